using System.Globalization;
using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Reads the envelope of an event and nothing more (L1). It requires only what an answer needs, so that an event with wrong content can
/// still be answered.
/// </summary>
internal static class CustomResourceRequestReader
{
    private const string ServiceTimeout = "ServiceTimeout";

    /// <summary>Reads an event. Returns null and the reason if it cannot be answered.</summary>
    public static CustomResourceRequest? Read(JsonElement payload, out string? problem)
    {
        if (payload.ValueKind != JsonValueKind.Object)
        {
            problem = "the event is not a JSON object";
            return null;
        }

        if (ResponseUrl.TryParse(Text(payload, "ResponseURL")) is not { } responseUrl)
        {
            problem = "the event has no ResponseURL that an answer could be sent to";
            return null;
        }

        problem = null;
        return new CustomResourceRequest
        {
            RequestType = Text(payload, "RequestType") switch
            {
                "Create" => RequestType.Create,
                "Update" => RequestType.Update,
                "Delete" => RequestType.Delete,
                _ => null,
            },
            ResourceType = Text(payload, "ResourceType"),
            RequestId = Text(payload, "RequestId") ?? string.Empty,
            StackId = Text(payload, "StackId") ?? string.Empty,
            LogicalResourceId = Text(payload, "LogicalResourceId") ?? string.Empty,
            ResponseUrl = responseUrl,
            ServiceTimeout = ServiceTimeoutOf(payload),
            PhysicalResourceId = Text(payload, "PhysicalResourceId"),
            ResourceProperties = EventMember.Find(payload, "ResourceProperties"),
            OldResourceProperties = EventMember.Find(payload, "OldResourceProperties"),
        };
    }

    /// <summary>CloudFormation sends it among the properties or beside them, as a text or as a number.</summary>
    private static TimeSpan ServiceTimeoutOf(JsonElement payload)
    {
        var properties = EventMember.Find(payload, "ResourceProperties");
        return Seconds(EventMember.Find(payload, ServiceTimeout))
            ?? (properties.ValueKind == JsonValueKind.Object ? Seconds(EventMember.Find(properties, ServiceTimeout)) : null)
            ?? CustomResourceRequest.LongestServiceTimeout;
    }

    private static TimeSpan? Seconds(JsonElement member)
    {
        try
        {
            var text = member.ValueKind switch
            {
                JsonValueKind.String => member.GetString(),
                JsonValueKind.Number => member.GetRawText(),
                _ => null,
            };
            return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                && seconds > 0 && seconds <= CustomResourceRequest.LongestServiceTimeout.TotalSeconds
                ? TimeSpan.FromSeconds(seconds)
                : null;
        }
        catch (InvalidOperationException)
        {
            // It is no valid Unicode.
            return null;
        }
    }

    private static string? Text(JsonElement payload, string name)
    {
        try
        {
            var member = EventMember.Find(payload, name);
            return member.ValueKind == JsonValueKind.String && member.GetString() is { Length: > 0 } text ? text : null;
        }
        catch (InvalidOperationException)
        {
            // It is no valid Unicode.
            return null;
        }
    }
}
