#nullable enable
using System.Globalization;
using System.Net.Http.Headers;
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>What the environment and the headers of an event tell about its invocation.</summary>
internal sealed class LambdaContext(HttpResponseHeaders headers, TimeProvider time) : ILambdaContext
{
    private readonly DateTimeOffset deadline = Deadline(headers);

    public string? AwsRequestId { get; } = headers.Value("Lambda-Runtime-Aws-Request-Id");

    public IClientContext? ClientContext => null;

    public string? FunctionName => LambdaEnvironment.FunctionName;

    public string? FunctionVersion => LambdaEnvironment.FunctionVersion;

    public ICognitoIdentity? Identity => null;

    public string? InvokedFunctionArn { get; } = headers.Value("Lambda-Runtime-Invoked-Function-Arn");

    public ILambdaLogger Logger => ConsoleLogger.Instance;

    public string? LogGroupName => LambdaEnvironment.LogGroupName;

    public string? LogStreamName => LambdaEnvironment.LogStreamName;

    public int MemoryLimitInMB => LambdaEnvironment.MemorySize;

    public TimeSpan RemainingTime => deadline - time.GetUtcNow();

    private static DateTimeOffset Deadline(HttpResponseHeaders headers) =>
        long.TryParse(headers.Value("Lambda-Runtime-Deadline-Ms"), NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : DateTimeOffset.UnixEpoch;
}
