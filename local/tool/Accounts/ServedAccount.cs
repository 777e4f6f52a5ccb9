using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>An account that <c>serve</c> holds: what is to be done goes to its endpoint.</summary>
internal sealed class ServedAccount : IAccount
{
    private readonly EndpointFile endpoint;
    private readonly string folder;
    private readonly EndpointClient client;
    private readonly BucketFolder buckets;
    private readonly StackDeployment stacks;

    public ServedAccount(AccountSettings settings, EndpointFile endpoint)
    {
        this.endpoint = endpoint;
        folder = settings.StateFolder;
        client = new(endpoint);
        buckets = new(StateFolder.BucketsIn(settings.StateFolder));
        stacks = new(new ServedStacks(settings, endpoint, client, buckets));
    }

    /// <inheritdoc/>
    public Task<StackResult> DeployAsync(string path, DeployOptions options, CancellationToken cancellation) =>
        stacks.RunAsync(path, CloudAssembly.Read(path, new Account(endpoint.AccountId, endpoint.Region)), options, cancellation);

    /// <inheritdoc/>
    public Task<StackResult> RollbackAsync(string stackName, IEnumerable<string> resourcesToSkip, CancellationToken cancellation) =>
        stacks.RollBackAsync(stackName, resourcesToSkip.ToHashSet(), cancellation);

    /// <inheritdoc/>
    public Task<StackResult?> DeleteAsync(string stackName, IEnumerable<string> retainResources, CancellationToken cancellation) =>
        stacks.DeleteAsync(stackName, retainResources.ToHashSet(), cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ModelInvocationJob>> JobsAsync(CancellationToken cancellation)
    {
        var jobs = new List<ModelInvocationJob>();
        string? token = null;
        do
        {
            var query = token is null ? "" : $"&nextToken={Uri.EscapeDataString(token)}";
            var page = await client.BedrockAsync($"/model-invocation-jobs?maxResults=1000{query}&sortOrder=Ascending", cancellation);
            jobs.AddRange(page["invocationJobSummaries"]!.AsArray().Select(summary => ReadJob(summary!.AsObject())));
            token = page["nextToken"]?.ToString();
        }
        while (token is not null);
        return jobs;
    }

    /// <inheritdoc/>
    public IReadOnlyList<JsonObject> ResultsOf(ModelInvocationJob job) => JobResults.Read(buckets, job);

    /// <inheritdoc/>
    public StackResult? Find(string stackId) => SavedStacks.Read(folder).All.FirstOrDefault(stack => stack.StackId == stackId);

    /// <summary>Lambda begins each invocation with a line that names it; the lines up to the next one are its own.</summary>
    public async Task<IReadOnlyList<string>> LogOfAsync(string requestId, CancellationToken cancellation)
    {
        var lines = new List<string>();
        foreach (var group in await ReadAllAsync("DescribeLogGroups", "logGroups", [], cancellation))
        {
            var name = group["logGroupName"]!.ToString();
            var starts = new JsonObject { ["logGroupName"] = name, ["filterPattern"] = $"\"START RequestId: {requestId}\"" };
            var started = await ReadAllAsync("FilterLogEvents", "events", starts, cancellation);
            foreach (var stream in started.Select(e => e["logStreamName"]!.ToString()).Distinct())
            {
                var input = new JsonObject { ["logGroupName"] = name, ["logStreamNames"] = new JsonArray(stream) };
                var written = await ReadAllAsync("FilterLogEvents", "events", input, cancellation);
                lines.AddRange(InvocationLog.Of(written.Select(e => e["message"]!.ToString()), requestId));
            }
        }

        return lines;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>The items of a list of CloudWatch Logs, of all its pages.</summary>
    private async Task<List<JsonObject>> ReadAllAsync(string operation, string list, JsonObject input, CancellationToken cancellation)
    {
        var items = new List<JsonObject>();
        string? token = null;
        do
        {
            var page = input.DeepClone().AsObject();
            if (token is not null)
                page["nextToken"] = token;
            var answer = await client.LogsAsync(operation, page, cancellation);
            items.AddRange(answer[list]!.AsArray().Select(item => item!.AsObject()));
            token = answer["nextToken"]?.ToString();
        }
        while (token is not null);
        return items;
    }

    private static ModelInvocationJob ReadJob(JsonObject job)
    {
        string? Text(string name) => job[name]?.ToString();
        DateTimeOffset Time(string name) => DateTimeOffset.Parse(Text(name)!, System.Globalization.CultureInfo.InvariantCulture);
        long Count(string name) => job[name]?.GetValue<long>() ?? 0;
        var (input, output) = (job["inputDataConfig"]!["s3InputDataConfig"]!, job["outputDataConfig"]!["s3OutputDataConfig"]!);
        var status = Text("status")!;
        return new()
        {
            JobArn = Text("jobArn")!,
            JobName = Text("jobName")!,
            ModelId = Text("modelId")!,
            RoleArn = Text("roleArn")!,
            Message = Text("message"),
            Input = new(input["s3Uri"]!.ToString(), input["s3InputFormat"]?.ToString(), input["s3BucketOwner"]?.ToString() ?? ""),
            Output = new(output["s3Uri"]!.ToString(), output["s3EncryptionKeyId"]?.ToString(), output["s3BucketOwner"]?.ToString() ?? ""),
            Records = job.ContainsKey("totalRecordCount")
                ? new(Count("totalRecordCount"), Count("processedRecordCount"), Count("successRecordCount"), Count("errorRecordCount"))
                : null,
            History = status == JobStatus.Submitted
                ? [new(status, Time("submitTime"))]
                : [new(JobStatus.Submitted, Time("submitTime")), new(status, Time("lastModifiedTime"))],
        };
    }
}
