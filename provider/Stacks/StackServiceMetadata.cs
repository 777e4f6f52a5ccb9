using Amazon.Runtime.Internal;

namespace BatchResource.Provider.Stacks;

/// <summary>How the pipeline names the service.</summary>
internal sealed class StackServiceMetadata : IServiceMetadata
{
    public string ServiceId => "CloudFormation";

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
