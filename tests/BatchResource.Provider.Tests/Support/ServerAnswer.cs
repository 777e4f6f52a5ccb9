namespace BatchResource.Provider.Tests.Support;

/// <summary>What a server does with a request.</summary>
internal sealed record ServerAnswer(int Status, string Body = "", params (string Name, string Value)[] Headers)
{
    /// <summary>Closes the connection without a word.</summary>
    public static readonly ServerAnswer Reset = new(-1);

    /// <summary>Says nothing until the client has given up.</summary>
    public static readonly ServerAnswer Silence = new(-2);

    /// <summary>An error as Bedrock tells it.</summary>
    public static ServerAnswer Error(int status, string code, string message = "what went wrong") =>
        new(status, $$"""{"message":"{{message}}"}""", ("x-amzn-ErrorType", code), ("Content-Type", "application/json"));

    /// <summary>A success with a JSON body.</summary>
    public static ServerAnswer Json(string body) => new(200, body, ("Content-Type", "application/json"));

    public override string ToString() => Status switch
    {
        -1 => nameof(Reset),
        -2 => nameof(Silence),
        _ => $"{Status} {string.Join(' ', Headers.Select(header => header.Value))} {Body}",
    };
}
