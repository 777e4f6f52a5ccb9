using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Writes an answer in the form and size that CloudFormation accepts (L1). See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">custom resource responses</see>.
/// </summary>
internal static class ResponseBody
{
    /// <summary>The longest answer, in bytes of UTF-8.</summary>
    public const int Limit = 4096;

    /// <summary>The longest PhysicalResourceId, in bytes of UTF-8.</summary>
    public const int PhysicalIdLimit = 1024;

    private const int LongestEscape = 6;

    // Characters that are not ASCII stay as they are: an escape of six bytes each would leave no room for the reason.
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    private static readonly JsonWriterOptions Options = new() { Encoder = Encoder };

    /// <summary>Writes the answer. A reason that is too long is cut. Data that do not fit are dropped, the last ones first.</summary>
    /// <param name="request">The event, whose ids are echoed.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="moreAt">Where to read the whole reason if it is cut.</param>
    public static ReadOnlyMemory<byte> Write(CustomResourceRequest request, ResourceAnswer answer, string moreAt) =>
        answer.FailureReason is { } reason ? WriteFailure(request, answer, reason, moreAt) : WriteSuccess(request, answer);

    private static ReadOnlyMemory<byte> WriteSuccess(CustomResourceRequest request, ResourceAnswer answer)
    {
        for (var dataCount = answer.Data.Count; ; dataCount--)
        {
            var body = Write(request, answer, reason: null, dataCount);
            if (body.Length <= Limit || dataCount == 0)
            {
                return body;
            }
        }
    }

    private static ReadOnlyMemory<byte> WriteFailure(CustomResourceRequest request, ResourceAnswer answer, string reason, string moreAt)
    {
        if (reason.Length <= Limit && Write(request, answer, reason, dataCount: 0) is { Length: <= Limit } whole)
        {
            return whole;
        }

        var pointer = $"... (cut; the whole reason is in {moreAt})";
        var room = Limit - Write(request, answer, pointer, dataCount: 0).Length;
        return Write(request, answer, string.Concat(Cut(reason, room), pointer), dataCount: 0);
    }

    /// <summary>As much of a text as fits, in whole characters. It never splits a surrogate pair, or a letter from its accents.</summary>
    private static ReadOnlySpan<char> Cut(string text, int room)
    {
        var end = 0;
        while (end < text.Length)
        {
            var character = text.Substring(end, StringInfo.GetNextTextElementLength(text, end));
            room -= Encoding.UTF8.GetByteCount(Encoder.Encode(character));
            if (room < 0)
            {
                break;
            }

            end += character.Length;
        }

        return text.AsSpan(0, end);
    }

    /// <summary>
    /// Measures the id as it is written, so that no id can fill the whole answer. Few ids are long enough to be measured.
    /// </summary>
    private static ReadOnlySpan<char> Bounded(string physicalId) =>
        physicalId.Length <= PhysicalIdLimit / LongestEscape ? physicalId : Cut(physicalId, PhysicalIdLimit);

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

            json.WriteString("PhysicalResourceId", Bounded(answer.PhysicalResourceId));
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
