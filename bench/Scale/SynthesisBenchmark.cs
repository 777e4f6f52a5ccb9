using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using BatchResource.Bench.Reports;
using BatchResource.Cdk;

namespace BatchResource.Bench.Scale;

/// <summary>Synthesizes stacks of more and more jobs.</summary>
internal static class SynthesisBenchmark
{
    /// <summary>With a service role each, a stack of more jobs would have more resources than CloudFormation takes.</summary>
    private const int MostWithRolesOfTheirOwn = 200;

    private static readonly int[] Counts = [1, 10, 100, 200, 400];

    public static Table Run(Action<string> report)
    {
        // The first app starts the CDK's runtime.
        _ = Synthesize(1, sharedRole: false);
        var table = new Table("jobs", "service role", "seconds", "resources", "template KB", "without indentation", "largest policy, characters");
        foreach (var (count, sharedRole) in Counts.Select(count => (count, count > MostWithRolesOfTheirOwn)).Append((100, true)))
        {
            report($"{count} jobs");
            var (time, template) = Synthesize(count, sharedRole);
            table.Add(
                $"{count}",
                sharedRole ? "one for all" : "one each",
                Figure.Of(time.TotalSeconds),
                $"{Resources(template).Count}",
                Figure.Of(template.Length / 1e3),
                Figure.Of(JsonNode.Parse(template)!.ToJsonString().Length / 1e3),
                $"{LargestPolicy(template)}");
        }
        return table;
    }

    private static (TimeSpan Time, string Template) Synthesize(int count, bool sharedRole)
    {
        var folder = Directory.CreateTempSubdirectory("batch-resource-");
        try
        {
            var started = Stopwatch.GetTimestamp();
            var app = new App(new AppProps { Outdir = folder.FullName });
            var stack = new Stack(app, "Stack");
            var bucket = new Bucket(stack, "Bucket");
            var role = sharedRole ? new Role(stack, "Role", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") }) : null;
            for (var i = 0; i < count; i++)
            {
                _ = new BatchInferenceJob(stack, $"Job{i}", new BatchInferenceJobProps
                {
                    Model = BatchInferenceModel.FromFoundationModel("anthropic.claude-3-haiku-20240307-v1:0"),
                    Input = BatchInferenceInput.FromBucket(bucket, $"in/{i}.jsonl"),
                    Output = BatchInferenceOutput.ToBucket(bucket, $"out/{i}"),
                    Role = role,
                });
            }
            app.Synth();
            return (Stopwatch.GetElapsedTime(started), File.ReadAllText(Path.Combine(folder.FullName, stack.TemplateFile)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static JsonObject Resources(string template) => JsonNode.Parse(template)!["Resources"]!.AsObject();

    private static int LargestPolicy(string template) => Resources(template)
        .Select(resource => resource.Value!["Properties"]?["PolicyDocument"]?.ToJsonString().Length ?? 0)
        .Max();
}
