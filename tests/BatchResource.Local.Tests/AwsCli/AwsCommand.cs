using BatchResource.Tests.Shared;

namespace BatchResource.Local.Tests.AwsCli;

/// <summary>The AWS CLI as it is found on the PATH.</summary>
internal sealed class AwsCommand(Uri endpoint, string folder)
{
    public static string? Path { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .Select(directory => System.IO.Path.Combine(directory, "aws"))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs <c>aws bedrock</c> and returns what it printed.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AWS_ENDPOINT_URL_BEDROCK"] = endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_REGION"] = "us-east-1",
            ["AWS_CONFIG_FILE"] = System.IO.Path.Combine(folder, "config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = System.IO.Path.Combine(folder, "credentials"),
            ["AWS_MAX_ATTEMPTS"] = "1",
            ["AWS_PAGER"] = "",
        };
        var (exitCode, output) = await CommandLine.RunAsync(folder, Path!, environment, ["bedrock", .. arguments]);
        return (exitCode, output.Trim());
    }
}
