using System.Globalization;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Lambda;

/// <summary>
/// The variables of a function's process: the function's own, then Lambda's. See
/// <see href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html">Defined runtime environment variables</see>.
/// </summary>
internal static class ProcessEnvironment
{
    /// <summary>What is taken over from this program; nothing else is, since a function must not depend on who started it.</summary>
    private static readonly string[] Inherited = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "DOTNET_ROOT"];

    public static Dictionary<string, string> Build(
        LambdaFunction function, LambdaHostOptions options, IssuedCredentials credentials, Uri runtimeApi, string folder, string logStream)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Inherited)
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value)
                variables[name] = value;
        }
        foreach (var (name, value) in function.Environment)
            variables[name] = value;
        Dictionary<string, string> own = new(StringComparer.Ordinal)
        {
            ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi.Authority,
            ["_HANDLER"] = function.Handler,
            ["LAMBDA_TASK_ROOT"] = folder,
            ["AWS_EXECUTION_ENV"] = $"AWS_Lambda_{function.Runtime}",
            ["AWS_LAMBDA_FUNCTION_NAME"] = function.FunctionName,
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = function.MemorySizeInMB.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = function.LogGroupName,
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = logStream,
            ["AWS_REGION"] = options.Region,
            ["AWS_DEFAULT_REGION"] = options.Region,
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken ?? "",
            ["LANG"] = "en_US.UTF-8",
            ["TZ"] = ":UTC",
        };
        foreach (var (name, value) in own.Concat(options.Environment))
            variables[name] = value;
        return variables;
    }
}
