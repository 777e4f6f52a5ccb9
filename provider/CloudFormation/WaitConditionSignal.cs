using System.Buffers;
using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Writes the signal for a wait condition. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-waitcondition.html">wait conditions</see>.
/// </summary>
internal static class WaitConditionSignal
{
    /// <summary>The longest reason, in characters; CloudFormation shows no more in an event.</summary>
    private const int ReasonLength = 900;

    /// <summary>A signal; the same id twice counts once.</summary>
    public static ReadOnlyMemory<byte> Write(string uniqueId, string? failureReason)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("Status", failureReason is null ? "SUCCESS" : "FAILURE");
            json.WriteString("UniqueId", uniqueId);
            json.WriteString("Data", uniqueId);
            json.WriteString("Reason", failureReason is null ? "The job has completed" : Cut(failureReason));
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>As much of a text as fits, and no half of a surrogate pair.</summary>
    private static ReadOnlySpan<char> Cut(string text)
    {
        if (text.Length <= ReasonLength)
        {
            return text;
        }

        return text.AsSpan(0, char.IsHighSurrogate(text[ReasonLength - 1]) ? ReasonLength - 1 : ReasonLength);
    }
}
