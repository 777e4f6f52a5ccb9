#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal;

/// <summary>How the pipeline names the service.</summary>
internal sealed class BedrockServiceMetadata : IServiceMetadata
{
    public string ServiceId => AmazonBedrockConfig.ServiceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
