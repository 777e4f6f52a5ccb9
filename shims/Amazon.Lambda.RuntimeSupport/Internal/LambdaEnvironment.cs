#nullable enable
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>
/// The environment variables that Lambda gives a function (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html).
/// </summary>
internal static class LambdaEnvironment
{
    private const string RuntimeApiVariable = "AWS_LAMBDA_RUNTIME_API";
    private const string TraceIdVariable = "_X_AMZN_TRACE_ID";

    /// <summary>Host and port of the Runtime API.</summary>
    public static string RuntimeApi => Get(RuntimeApiVariable) is { Length: > 0 } api
        ? api
        : throw new InvalidOperationException($"{RuntimeApiVariable} is not set: this program is meant to be started by AWS Lambda.");

    public static string? FunctionName => Get("AWS_LAMBDA_FUNCTION_NAME");

    public static string? FunctionVersion => Get("AWS_LAMBDA_FUNCTION_VERSION");

    public static string? LogGroupName => Get("AWS_LAMBDA_LOG_GROUP_NAME");

    public static string? LogStreamName => Get("AWS_LAMBDA_LOG_STREAM_NAME");

    public static int MemorySize =>
        int.TryParse(Get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;

    /// <summary>The X-Ray trace that the invocation belongs to; libraries look for it in the environment.</summary>
    public static void SetTraceId(string? traceId) => Environment.SetEnvironmentVariable(TraceIdVariable, traceId);

    private static string? Get(string name) => Environment.GetEnvironmentVariable(name);
}
