using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Tests.S3;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>Jobs that read and write buckets; their states change when a test moves them on.</summary>
public abstract class BatchTest : ControlPlaneTest
{
    private protected const string Anthropic = "anthropic.claude-3-haiku-20240307-v1:0";

    private protected TemporaryBuckets Buckets { get; } = new("in-bucket", "out-bucket");

    private protected static string Record(int number) => new JsonObject
    {
        ["recordId"] = $"R{number:D4}",
        ["modelInput"] = new JsonObject
        {
            ["anthropic_version"] = "bedrock-2023-05-31",
            ["max_tokens"] = 9,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = $"Prompt {number}" }),
        },
    }.ToJsonString();

    private protected static string Records(int count) => string.Join('\n', Enumerable.Range(1, count).Select(Record)) + "\n";

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Buckets.Dispose();
    }

    private protected Task StartRunnerAsync(BatchLimits? limits = null, IAuthorizer? authorizer = null, JobPlan? plan = null) =>
        StartAsync(new BedrockOptions
        {
            PlanFor = _ => plan ?? JobPlan.Manual,
            Authorizer = authorizer ?? PermissiveAuthorizer.Instance,
            Runner = new FolderBatchRunner(
                Buckets.Folder, Account.Default, authorizer ?? PermissiveAuthorizer.Instance, limits ?? new BatchLimits()),
        });

    private protected async Task<string> CreateBatchAsync(string inputUri = "s3://in-bucket/prompts.jsonl", string modelId = Anthropic)
    {
        var answer = await CreateAsync(
            ("modelId", modelId),
            ("inputDataConfig", new JsonObject { ["s3InputDataConfig"] = new JsonObject { ["s3Uri"] = inputUri } }));
        return answer.Body["jobArn"]!.GetValue<string>();
    }

    /// <summary>Moves the job on until it is in that state, or has ended.</summary>
    private protected async Task<ModelInvocationJob> AdvanceToAsync(string jobArn, string status)
    {
        var job = ControlPlane.Find(jobArn)!;
        while (job.Status != status && !JobStatus.IsTerminal(job.Status))
            job = await ControlPlane.AdvanceAsync(jobArn);
        return job;
    }

    private protected async Task<ModelInvocationJob> RunAsync(
        string inputUri = "s3://in-bucket/prompts.jsonl", string modelId = Anthropic) =>
        await AdvanceToAsync(await CreateBatchAsync(inputUri, modelId), JobStatus.Completed);

    private protected IReadOnlyList<JsonObject> Results(ModelInvocationJob job, string name) =>
    [
        .. Buckets.Read("out-bucket", $"results/{job.JobId}/{name}")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonNode.Parse(line)!.AsObject()),
    ];

    private protected IEnumerable<string> OutputKeys(ModelInvocationJob job) =>
        Buckets.Folder.List("out-bucket", "").Select(found => found.Key.Replace(job.JobId, "ID", StringComparison.Ordinal));
}
