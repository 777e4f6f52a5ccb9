using System.Diagnostics;

namespace BatchResource.Local.Tests.Front;

/// <summary>
/// boto3, with its own waiters, paginators and transfers, agrees with the endpoint. What it checks stands in the folder boto.
/// </summary>
public sealed class BotoTests
{
    [BotoTheory]
    [InlineData("test_cloudformation")]
    [InlineData("test_parameters_and_events")]
    [InlineData("test_s3")]
    [InlineData("test_signatures")]
    public async Task The_Tests_In_Python_Pass(string module)
    {
        await using var aws = await LocalAws.StartAsync();
        var start = new ProcessStartInfo("python3", ["-m", "unittest", "--failfast", module])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.Combine(AppContext.BaseDirectory, "boto"),
        };
        foreach (var (name, value) in EndpointEnvironment.Of(aws.Endpoint))
            start.Environment[name] = value;
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";

        using var python = Process.Start(start)!;
        var (output, error) = (python.StandardOutput.ReadToEndAsync(), python.StandardError.ReadToEndAsync());
        await python.WaitForExitAsync();

        Assert.True(python.ExitCode == 0, await output + await error);
    }
}
