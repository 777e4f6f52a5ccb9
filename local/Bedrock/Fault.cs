namespace BatchResource.Local.Bedrock;

/// <summary>What goes wrong with a call.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>An error in the API's own form.</summary>
    /// <param name="StatusCode">The HTTP status.</param>
    /// <param name="Code">The error's name.</param>
    /// <param name="Message">Its message.</param>
    public sealed record Error(int StatusCode, string Code, string Message) : Fault;

    /// <summary>An answer that is not the API's own, such as a load balancer's page.</summary>
    /// <param name="StatusCode">The HTTP status.</param>
    /// <param name="ContentType">The content type.</param>
    /// <param name="Body">The body, which may be empty.</param>
    public sealed record Raw(int StatusCode, string ContentType, string Body) : Fault;

    /// <summary>The connection is reset.</summary>
    public sealed record Reset : Fault;

    /// <summary>No answer ever comes; the connection stays open until the caller gives up.</summary>
    public sealed record Silence : Fault;

    /// <summary>ThrottlingException.</summary>
    public static Fault Throttle { get; } =
        new Error(429, "ThrottlingException", "Too many requests, please wait before trying again.");

    /// <summary>InternalServerException.</summary>
    public static Fault InternalServerError { get; } =
        new Error(500, "InternalServerException", "The system encountered an unexpected error during processing. Try your request again.");

    /// <summary>A load balancer's page with status 503.</summary>
    public static Fault ServiceUnavailable { get; } =
        new Raw(503, "text/html", "<html><body><b>Http/1.1 Service Unavailable</b></body></html>");

    /// <summary>Status 200 without a body.</summary>
    public static Fault EmptyBody { get; } = new Raw(200, "application/json", "");

    /// <summary>The connection is reset.</summary>
    public static Fault ConnectionReset { get; } = new Reset();

    /// <summary>No answer ever comes.</summary>
    public static Fault NoAnswer { get; } = new Silence();
}
