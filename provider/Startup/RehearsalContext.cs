using Amazon.Lambda.Core;

namespace BatchResource.Provider.Startup;

/// <summary>The invocation of the rehearsal.</summary>
internal sealed class RehearsalContext : ILambdaContext
{
    public string AwsRequestId => "00000000-0000-0000-0000-000000000000";

    public IClientContext? ClientContext => null;

    public string FunctionName => "Rehearsal";

    public string FunctionVersion => "$LATEST";

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => "arn:aws:lambda:us-east-1:123456789012:function:Rehearsal";

    public ILambdaLogger? Logger => null;

    public string LogGroupName => "/aws/lambda/Rehearsal";

    public string LogStreamName => "rehearsal";

    public int MemoryLimitInMB => 512;

    public TimeSpan RemainingTime => Rehearsal.Patience;
}
