using Amazon.CDK;
using Amazon.CDK.AWS.Logs;

namespace BatchResource.Cdk;

/// <summary>How a <see cref="BatchInferenceProvider"/> runs.</summary>
public sealed record BatchInferenceProviderProps
{
    /// <summary>The function's memory in MB, 128 to 10,240. Processor time grows with it. Default: 512.</summary>
    public double? MemorySize { get; init; }

    /// <summary>How long the function's logs are kept. Default: one month.</summary>
    public RetentionDays? LogRetention { get; init; }

    /// <summary>
    /// What becomes of the log group when the provider leaves the stack. A failed deployment's reason may point to the logs, and a
    /// rolled back stack takes them along, unless they are retained. Default: <see cref="RemovalPolicy.DESTROY"/>.
    /// </summary>
    public RemovalPolicy? LogRemovalPolicy { get; init; }
}
