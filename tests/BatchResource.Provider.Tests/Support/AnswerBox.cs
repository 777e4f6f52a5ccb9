using System.Net;
using System.Text.Json;

namespace BatchResource.Provider.Tests.Support;

/// <summary>CloudFormation's bucket: takes answers, or says what a test has it say first.</summary>
internal sealed class AnswerBox(TimeProvider time, params HttpStatusCode[] refusals) : HttpMessageHandler
{
    /// <summary>Every attempt, with the time at which it came.</summary>
    public List<DateTimeOffset> Attempts { get; } = [];

    /// <summary>The answers that were taken.</summary>
    public List<JsonElement> Answers { get; } = [];

    /// <summary>What it says to every attempt; null for a success.</summary>
    public HttpStatusCode? Refusal { get; set; }

    public static string Text(JsonElement answer, string name) => answer.GetProperty(name).GetString()!;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Put, request.Method);
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        Assert.InRange(body.Length, 1, 4096);
        Attempts.Add(time.GetUtcNow());
        if (Attempts.Count <= refusals.Length)
        {
            return new HttpResponseMessage(refusals[Attempts.Count - 1]);
        }

        if (Refusal is { } refusal)
        {
            return new HttpResponseMessage(refusal);
        }

        Answers.Add(JsonSerializer.Deserialize<JsonElement>(body));
        return new HttpResponseMessage(HttpStatusCode.OK);
    }
}
