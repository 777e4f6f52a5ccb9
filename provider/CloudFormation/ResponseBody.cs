using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Writes an answer in the form and size that CloudFormation takes (L1). See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">custom resource response objects</see>.
/// </summary>
internal static class ResponseBody
{
    /// <summary>The longest answer, in bytes of UTF-8.</summary>
    public const int Limit = 4096;

    // What is not ASCII is written as it is: six bytes of escape for each character would use up the room of the reason.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the answer; a reason that is too long is cut, and data that do not fit are left out from the end.</summary>
    /// <param name="request">The event, whose ids are echoed.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="moreAt">Where the whole reason can be read, for one that is cut.</param>
    public static ReadOnlyMemory<byte> Write(CustomResourceRequest request, ResourceAnswer answer, string moreAt)
    {
        var reason = answer.FailureReason;
        var dataCount = answer.Data.Count;
        var body = Write(request, answer, reason, dataCount);
        while (body.Length > Limit && dataCount > 0)
        {
            body = Write(request, answer, reason, --dataCount);
        }

        if (reason is null || body.Length <= Limit)
        {
            return body;
        }

        var pointer = $"... (cut; the whole reason is in {moreAt})";
        for (var length = reason.Length; body.Length > Limit && length > 0;)
        {
            // A character takes at least one byte, so this many too many bytes are at least a sixth as many characters.
            length = Math.Max(0, length - Math.Max(1, (body.Length - Limit) / 6));
            body = Write(request, answer, string.Concat(Cut(reason, length), pointer), dataCount);
        }

        return body;
    }

    private static ReadOnlySpan<char> Cut(string text, int length) =>
        length > 0 && char.IsHighSurrogate(text[length - 1]) ? text.AsSpan(0, length - 1) : text.AsSpan(0, length);

    private static ReadOnlyMemory<byte> Write(CustomResourceRequest request, ResourceAnswer answer, string? reason, int dataCount)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("Status", reason is null ? "SUCCESS" : "FAILED");
            if (reason is not null)
            {
                json.WriteString("Reason", reason);
            }

            json.WriteString("PhysicalResourceId", answer.PhysicalResourceId);
            json.WriteString("StackId", request.StackId);
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("LogicalResourceId", request.LogicalResourceId);
            if (dataCount > 0)
            {
                json.WriteStartObject("Data");
                for (var index = 0; index < dataCount; index++)
                {
                    json.WriteString(answer.Data[index].Key, answer.Data[index].Value);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
