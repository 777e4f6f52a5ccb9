using System.Diagnostics;
using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.CustomResources;
using BatchResource.Bench.Reports;
using BatchResource.Cdk;

namespace BatchResource.Bench.Scale;

/// <summary>Synthesizes stacks of more and more jobs, and of as many <see cref="AwsCustomResource"/>s, in turn in one process.</summary>
internal static class SynthesisBenchmark
{
    private const int Rounds = 3;

    private static readonly (int Count, bool SharedRole)[] Stacks =
        [(1, false), (10, false), (100, false), (200, false), (400, false), (100, true), (400, true)];

    public static Table Run(Action<string> report)
    {
        var calls = CdkCalls.Begin();

        // Both are warm: the first app starts the CDK's runtime, each kind of construct is loaded when it is first used, and the CDK's check
        // of a template takes its memory from the system with the largest.
        report("warming up");
        _ = Synthesize(Stacks.Max(stack => stack.Count), Jobs(sharedRole: false));
        _ = Synthesize(Stacks.Max(stack => stack.Count), PeerResources.Declare);
        var table = new Table(
            "jobs", "service role", "seconds", "ms a job", "AwsCustomResource", "ratio", "calls a job", "AwsCustomResource", "resources",
            "template KB", "without indentation", "largest policy, characters");
        foreach (var (count, sharedRole) in Stacks)
        {
            report($"{count} jobs");
            List<(double Ours, double Peer)> rounds = [];
            var (template, before) = ("", calls.Count);
            var ourCalls = 0;
            for (var round = 0; round < Rounds; round++)
            {
                var first = calls.Count;
                (var ours, template) = Synthesize(count, Jobs(sharedRole));
                ourCalls += calls.Count - first;
                rounds.Add((ours.TotalSeconds, Synthesize(count, PeerResources.Declare).Time.TotalSeconds));
            }
            var peerCalls = calls.Count - before - ourCalls;
            var seconds = Median.Of(rounds.Select(round => round.Ours));
            table.Add(
                $"{count}",
                sharedRole ? "one for all" : "one each",
                Figure.Of(seconds),
                Figure.Of(1_000 * seconds / count),
                Figure.Of(Median.Of(rounds.Select(round => round.Peer))),
                Figure.Ratio(Median.Of(rounds.Select(round => round.Ours / round.Peer))),
                Figure.Of((double)ourCalls / Rounds / count),
                Figure.Of((double)peerCalls / Rounds / count),
                $"{Resources(template).Count}",
                Figure.Of(template.Length / 1e3),
                Figure.Of(JsonNode.Parse(template)!.ToJsonString().Length / 1e3),
                $"{LargestPolicy(template)}");
        }
        return table;
    }

    private static Action<Stack, int> Jobs(bool sharedRole) => (stack, count) =>
    {
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
    };

    private static (TimeSpan Time, string Template) Synthesize(int count, Action<Stack, int> declare)
    {
        var folder = Directory.CreateTempSubdirectory("batch-resource-");
        try
        {
            var started = Stopwatch.GetTimestamp();

            // More than CloudFormation takes: two resources each are 800.
            var app = new App(new AppProps
            {
                Outdir = folder.FullName,
                Context = new Dictionary<string, object> { ["@aws-cdk/core:stackResourceLimit"] = 0 },
            });
            var stack = new Stack(app, "Stack");
            declare(stack, count);
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
