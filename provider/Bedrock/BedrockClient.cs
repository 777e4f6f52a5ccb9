using Amazon.Bedrock;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>Makes the SDK's client as the rules need it.</summary>
internal static class BedrockClient
{
    /// <summary>
    /// A client that sends each call once: the rules repeat, because only they know what a lost answer means and when the window for a
    /// new job closes (L8, L13). Region, endpoint and credentials come from the environment, as Lambda sets it.
    /// </summary>
    public static AmazonBedrockClient Create(LifecycleOptions options) => new(new AmazonBedrockConfig
    {
        MaxErrorRetry = 0,
        Timeout = options.CallTimeout,
    });
}
