using System.Text.Json;
using System.Text.Json.Nodes;

namespace BatchResource.Local.ResourceTypes.WaitConditions;

/// <summary>
/// A signal to a wait condition, see
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-waitcondition.html.
/// </summary>
internal sealed record WaitSignal(string UniqueId, bool IsSuccess, string Data, string Reason)
{
    /// <summary>Reads a signal; null when it is none.</summary>
    public static WaitSignal? Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject signal
                && Text(signal, "UniqueId") is { Length: > 0 } uniqueId
                && Text(signal, "Status") is ("SUCCESS" or "FAILURE") and var status
                ? new(uniqueId, status == "SUCCESS", Text(signal, "Data") ?? "", Text(signal, "Reason") ?? "")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonObject signal, string name) =>
        signal[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
