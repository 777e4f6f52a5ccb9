using System.Text.Json;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Lambda;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>
/// One of CloudFormation's events, however often it was delivered, and what it was answered. When a failed deployment is tried again, two
/// events may share their request id, and so the place for their answers.
/// </summary>
/// <param name="RequestType"><c>Create</c>, <c>Update</c> or <c>Delete</c>.</param>
/// <param name="RequestId">The request id.</param>
/// <param name="ResponseUrls">Where it may be answered. Their queries are secret.</param>
/// <param name="Answers">Every answer that was sent, whether CloudFormation took it or not.</param>
internal sealed record ProviderEvent(
    string RequestType, string RequestId, IReadOnlyList<Uri> ResponseUrls, IReadOnlyList<Answer> Answers)
{
    /// <summary>What CloudFormation was told last, or null for nothing.</summary>
    public Answer? Told => Answers.LastOrDefault(answer => answer.Counted);

    /// <summary>
    /// A delivery was overtaken by another: CloudFormation had its answer and had gone on, to take back the provider's permissions.
    /// </summary>
    public bool CameTooLate(Answer answer) =>
        Told is not null && !answer.Counted && answer.Reason?.Contains("is not authorized to perform", StringComparison.Ordinal) == true;

    /// <summary>The events among the attempts, in the order of their first delivery.</summary>
    public static IReadOnlyList<ProviderEvent> Read(IEnumerable<InvocationAttempt> attempts, IReadOnlyList<DeliveredResponse> responses)
    {
        var deliveries = attempts.Select(attempt => Parse(attempt.Payload)).GroupBy(payload => Text(payload, "RequestId"));
        return [.. deliveries.Select(payloads => Read(payloads.Key, [.. payloads], responses))];
    }

    public override string ToString() => $"{RequestType} {RequestId}: {string.Join(", ", Answers)}";

    private static ProviderEvent Read(string requestId, IReadOnlyList<JsonElement> payloads, IReadOnlyList<DeliveredResponse> responses)
    {
        var answers = responses.Where(response => response.ObjectKey.EndsWith($"|{requestId}", StringComparison.Ordinal));
        return new ProviderEvent(
            Text(payloads[0], "RequestType"),
            requestId,
            [.. payloads.Select(payload => Text(payload, "ResponseURL")).Distinct().Select(url => new Uri(url))],
            [.. answers.Select(Answer.Of)]);
    }

    private static string Text(JsonElement payload, string name) => payload.GetProperty(name).GetString()!;

    private static JsonElement Parse(ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.Clone();
    }
}
