using BatchResource.Local.Bedrock;
using BatchResource.Local.Lambda;
using BatchResource.Local.Tests.Lambda;
using BatchResource.Tests.Shared;

namespace BatchResource.Local.Tests.Front;

/// <summary>
/// boto3, with its own waiters, paginators and transfers, agrees with the endpoint. What it checks stands in the folder boto.
/// </summary>
public sealed class BotoTests
{
    private static readonly JobPlan Quick = new() { Scheduled = TimeSpan.FromSeconds(1), InProgress = TimeSpan.FromMinutes(1) };

    /// <summary>A function that does what it is told.</summary>
    internal static readonly LambdaFunction Told = new(
        "told",
        "arn:aws:lambda:us-east-1:123456789012:function:told",
        TestBundle.Folder,
        TestBundle.Handler,
        "dotnet10",
        Timeout: TimeSpan.FromSeconds(3),
        MemorySizeInMB: 512,
        Environment: new Dictionary<string, string> { ["KEY"] = "value" },
        RoleArn: "arn:aws:iam::123456789012:role/told",
        LogGroupName: "/aws/lambda/told",
        MaximumRetryAttempts: 0,
        MaximumEventAge: TimeSpan.FromHours(6),
        ReservedConcurrency: null);

    [BotoTheory]
    [InlineData("test_bedrock")]
    [InlineData("test_cloudformation")]
    [InlineData("test_lambda_and_logs")]
    [InlineData("test_parameters_and_events")]
    [InlineData("test_s3")]
    [InlineData("test_signatures")]
    public async Task The_Tests_In_Python_Pass(string module)
    {
        await using var aws = await LocalAws.StartAsync(new LocalAwsOptions { PlanFor = _ => Quick });
        aws.Lambda.Put(Told);
        var environment = EndpointEnvironment.Of(aws.Endpoint).Append(new("PYTHONDONTWRITEBYTECODE", "1"));
        var (exitCode, output) = await CommandLine.RunAsync(
            Path.Combine(AppContext.BaseDirectory, "boto"), "python3", environment, "-m", "unittest", "--failfast", module);

        Assert.True(exitCode == 0, output);
    }
}
