using BatchResource.Local.Bedrock;
using BatchResource.Tests.Shared;

namespace BatchResource.Local.Tests.Front;

/// <summary>
/// boto3, with its own waiters, paginators and transfers, agrees with the endpoint. What it checks stands in the folder boto.
/// </summary>
public sealed class BotoTests
{
    private static readonly JobPlan Quick = new() { Scheduled = TimeSpan.FromSeconds(1), InProgress = TimeSpan.FromMinutes(1) };

    [BotoTheory]
    [InlineData("test_bedrock")]
    [InlineData("test_cloudformation")]
    [InlineData("test_parameters_and_events")]
    [InlineData("test_s3")]
    [InlineData("test_signatures")]
    public async Task The_Tests_In_Python_Pass(string module)
    {
        await using var aws = await LocalAws.StartAsync(new LocalAwsOptions { PlanFor = _ => Quick });
        var environment = EndpointEnvironment.Of(aws.Endpoint).Append(new("PYTHONDONTWRITEBYTECODE", "1"));
        var (exitCode, output) = await CommandLine.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "boto"), "python3", environment, "-m", "unittest", "--failfast", module);

        Assert.True(exitCode == 0, output);
    }
}
