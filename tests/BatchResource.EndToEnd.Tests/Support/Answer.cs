using System.Text.Json;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>An answer of the provider's.</summary>
/// <param name="Status"><c>SUCCESS</c> or <c>FAILED</c>.</param>
/// <param name="PhysicalResourceId">The id.</param>
/// <param name="Reason">Why it failed.</param>
/// <param name="Counted">CloudFormation took notice of it.</param>
internal sealed record Answer(string Status, string PhysicalResourceId, string? Reason, bool Counted)
{
    public static Answer Of(DeliveredResponse response)
    {
        using var body = JsonDocument.Parse(response.Body);
        return new(
            body.RootElement.GetProperty("Status").GetString()!,
            body.RootElement.GetProperty("PhysicalResourceId").GetString()!,
            body.RootElement.TryGetProperty("Reason", out var reason) ? reason.GetString() : null,
            response.Counted);
    }
}
