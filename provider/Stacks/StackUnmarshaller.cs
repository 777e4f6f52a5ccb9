using System.Globalization;
using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Stacks;

/// <summary>Reads the resource, or the events, out of the XML.</summary>
internal sealed class StackUnmarshaller : XmlResponseUnmarshaller
{
    public static readonly StackUnmarshaller Instance = new();
    private static readonly string[] Entries = ["StackResourceDetail", "StackEvents/member"];

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var reply = new StackReply();
        while (input.Read())
        {
            if (Array.Exists(Entries, input.TestExpression))
            {
                reply.Entries.Add(ReadEntry(input));
            }
            else if (input.IsStartElement && input.TestExpression("NextToken"))
            {
                reply.NextToken = input.ReadText();
            }
        }

        return reply;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        return new AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode);
    }

    private static StackEntry ReadEntry(XmlUnmarshallerContext input)
    {
        var entry = new StackEntry(string.Empty, null, string.Empty, null);
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth))
        {
            if (!input.IsStartElement || input.CurrentDepth != depth + 1)
            {
                continue;
            }

            entry = input switch
            {
                _ when input.TestExpression("/LogicalResourceId") => entry with { LogicalResourceId = input.ReadText() },
                _ when input.TestExpression("/PhysicalResourceId") => entry with { PhysicalResourceId = input.ReadText() },
                _ when input.TestExpression("/ResourceStatus") => entry with { Status = input.ReadText() },
                _ when input.TestExpression("imestamp") => entry with { At = ReadTime(input.ReadText()) },
                _ => entry,
            };
        }

        return entry;
    }

    private static DateTimeOffset? ReadTime(string text) => DateTimeOffset.TryParse(
        text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
        ? time
        : null;
}
