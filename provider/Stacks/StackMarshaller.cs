using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace BatchResource.Provider.Stacks;

/// <summary>Writes a call for the Query protocol: a form with an <c>Action</c>.</summary>
internal sealed class StackMarshaller : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    public static readonly StackMarshaller Instance = new();

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var call = (StackCall)input;
        var request = new DefaultRequest(input, "AmazonCloudFormation");
        request.Parameters.Add("Action", call.Action);
        request.Parameters.Add("Version", "2010-05-15");
        foreach (var (name, value) in call.Parameters)
        {
            request.Parameters.Add(name, value);
        }

        return request;
    }
}
