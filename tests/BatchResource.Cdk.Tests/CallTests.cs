using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

/// <summary>What a job costs an app's synthesis is calls of the CDK's process: docs/decisions/0018-calls-of-the-cdk.md.</summary>
public sealed class CallTests
{
    private const int More = 10;

    [Theory]
    [InlineData("a role of its own", 15)]
    [InlineData("a role of its own, and a tag", 19)]
    [InlineData("a shared role", 14)]
    public void A_Job_Takes_No_More_Calls_Of_The_Cdk_Than_It_Needs_And_The_Hundredth_No_More_Than_The_First(string kind, int most)
    {
        var (few, some, many) = (Calls(kind, 2), Calls(kind, 2 + More), Calls(kind, 2 + More + More));

        Assert.InRange((double)(some - few) / More, 1, most);
        Assert.InRange((double)(many - some) / More, 1, most);
    }

    private static int Calls(string kind, int jobs)
    {
        using var app = new TestApp();
        var role = kind == "a shared role"
            ? new Role(app.Stack, "Role", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") })
            : null;
        var (records, results) = (app.Bucket("Records"), app.Bucket("Results"));
        var before = CountedCdk.Calls.Count;
        for (var i = 0; i < jobs; i++)
        {
            _ = new BatchInferenceJob(app.Stack, $"Job{i}", new BatchInferenceJobProps
            {
                Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
                Input = BatchInferenceInput.FromBucket(records, $"in/{i}.jsonl"),
                Output = BatchInferenceOutput.ToBucket(results, $"out/{i}"),
                Role = role,
                Tags = kind.EndsWith("tag", StringComparison.Ordinal) ? new Dictionary<string, string> { ["team"] = "search" } : null,
            });
        }

        app.App.Synth();
        return CountedCdk.Calls.Count - before;
    }
}
