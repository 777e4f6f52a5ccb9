namespace Amazon.Lambda.Core;

/// <summary>What a function can know about the invocation it answers.</summary>
/// <remarks>https://docs.aws.amazon.com/lambda/latest/dg/csharp-context.html</remarks>
public interface ILambdaContext
{
    /// <summary>The id of the invocation; the same when an asynchronous event is repeated.</summary>
    string AwsRequestId { get; }

    /// <summary>What a mobile client told about itself; null for every other caller.</summary>
    IClientContext ClientContext { get; }

    /// <summary>The name of the function.</summary>
    string FunctionName { get; }

    /// <summary>The version of the function.</summary>
    string FunctionVersion { get; }

    /// <summary>The Amazon Cognito identity of a mobile client; null for every other caller.</summary>
    ICognitoIdentity Identity { get; }

    /// <summary>The ARN the function was invoked by.</summary>
    string InvokedFunctionArn { get; }

    /// <summary>Writes to the function's log.</summary>
    ILambdaLogger Logger { get; }

    /// <summary>The log group of the function; it can be null.</summary>
    string LogGroupName { get; }

    /// <summary>The log stream of this execution environment; it can be null.</summary>
    string LogStreamName { get; }

    /// <summary>The memory of the function in MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>How long the invocation may still take before Lambda ends the process; negative when that time has passed.</summary>
    TimeSpan RemainingTime { get; }
}
