using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace BatchResource.Provider.Stacks;

/// <summary>Sends every call to the one address.</summary>
internal sealed class StackEndpointResolver : PipelineHandler
{
    public override Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var context = executionContext.RequestContext;
        context.Request.Endpoint = new Uri(((StackClientConfig)context.ClientConfig).Address);
        return base.InvokeAsync<T>(executionContext);
    }
}
