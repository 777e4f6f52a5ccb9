namespace BatchResource.Local.Lambda;

/// <summary>A Lambda function as its template declares it, with the bundle already found among the cloud assembly's assets.</summary>
/// <param name="FunctionName">The function's name, unique in the local account.</param>
/// <param name="FunctionArn">The ARN that <c>Fn::GetAtt Arn</c> returns and a ServiceToken holds.</param>
/// <param name="BundlePath">A folder or a zip file with what stands at the root of <c>/var/task</c>.</param>
/// <param name="Handler">
/// The handler string; <c>X</c> runs <c>dotnet exec X.dll</c>, or the native binary <c>X</c> where there is one.
/// </param>
/// <param name="Runtime">The runtime identifier, such as <c>dotnet10</c>.</param>
/// <param name="Timeout">How long one invocation may take before its process is killed.</param>
/// <param name="MemorySizeInMB">The memory size in MB.</param>
/// <param name="Environment">The environment variables of the template.</param>
/// <param name="RoleArn">The execution role, whose credentials the process gets.</param>
/// <param name="LogGroupName">The log group that its output goes to.</param>
/// <param name="MaximumRetryAttempts">How often a failed asynchronous invocation is repeated (0 to 2).</param>
/// <param name="MaximumEventAge">How old an asynchronous event may get before it is dropped.</param>
/// <param name="ReservedConcurrency">How many invocations may run at once; null for the host's own limit.</param>
public sealed record LambdaFunction(
    string FunctionName,
    string FunctionArn,
    string BundlePath,
    string Handler,
    string Runtime,
    TimeSpan Timeout,
    int MemorySizeInMB,
    IReadOnlyDictionary<string, string> Environment,
    string RoleArn,
    string LogGroupName,
    int MaximumRetryAttempts,
    TimeSpan MaximumEventAge,
    int? ReservedConcurrency)
{
    /// <summary>
    /// The processor that the template asks for: <c>x86_64</c> or <c>arm64</c>. A program for the other one does not start.
    /// </summary>
    public string Architecture { get; init; } = "x86_64";
}
