using Amazon.Lambda.Core;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>The context of one invocation, whose time runs out on the given clock.</summary>
internal sealed class SimulatedContext(TimeProvider time, TimeSpan timeout, string requestId) : ILambdaContext
{
    private readonly DateTimeOffset end = time.GetUtcNow() + timeout;

    public string AwsRequestId { get; } = requestId;

    public IClientContext ClientContext => null!;

    public string FunctionName => "provider";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity Identity => null!;

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:123456789012:function:provider";

    public ILambdaLogger Logger => null!;

    public string LogGroupName => "/aws/lambda/provider";

    public string LogStreamName => "2026/11/22/[$LATEST]0123456789abcdef";

    public int MemoryLimitInMB => 256;

    public TimeSpan RemainingTime => end - time.GetUtcNow();
}
