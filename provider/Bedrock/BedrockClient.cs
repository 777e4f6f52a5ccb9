using Amazon.Bedrock;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>Makes the SDK's client as the rules need it.</summary>
internal static class BedrockClient
{
    /// <summary>A client; region, endpoint and credentials come from the environment, as Lambda sets it.</summary>
    public static AmazonBedrockClient Create(LifecycleOptions options) => new(ConfigFor(options));

    /// <summary>
    /// Makes a client send each call once: the rules repeat, because only they know what a lost answer means and when the window for a
    /// new job closes (L8, L13).
    /// </summary>
    public static AmazonBedrockConfig ConfigFor(LifecycleOptions options) => new()
    {
        MaxErrorRetry = 0,
        MaxStaleConnectionRetries = 0,
        Timeout = options.CallTimeout,
    };
}
