using System.Text.Json;
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
    private readonly EndpointClient client;
    private readonly BucketFolder buckets;
    private readonly StackDeployment stacks;

    public ServedAccount(AccountSettings settings, EndpointFile endpoint)
    {
        this.endpoint = endpoint;
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

    /// <summary>
    /// Finds the lines by what our provider writes into each of them. Another provider's lines say nothing of the resource that they are
    /// about, so there are none for it.
    /// </summary>
    public async Task<IReadOnlyList<string>> ProviderLogAsync(StackResult stack, StackEvent e, CancellationToken cancellation)
    {
        var lines = new List<(string Text, JsonObject Json)>();
        var groups = await client.LogsAsync("DescribeLogGroups", [], cancellation);
        foreach (var group in groups["logGroups"]!.AsArray())
        {
            var pattern = $"\"{stack.StackId}\" \"{e.LogicalResourceId}\"";
            var found = await client.LogsAsync(
                "FilterLogEvents",
                new() { ["logGroupName"] = group!["logGroupName"]!.ToString(), ["filterPattern"] = pattern },
                cancellation);
            foreach (var line in found["events"]!.AsArray().Select(found => found!["message"]!.ToString()))
            {
                if (ReadLine(line) is { } json && json["logicalResourceId"]?.ToString() == e.LogicalResourceId)
                    lines.Add((line, json));
            }
        }

        var requestType = e.ResourceStatus.Split('_')[0];
        var request = lines.Find(
            line => string.Equals(line.Json["requestType"]?.ToString(), requestType, StringComparison.OrdinalIgnoreCase));
        var id = request.Json?["requestId"]?.ToString();
        return [.. lines.Where(line => id is not null && line.Json["requestId"]?.ToString() == id).Select(line => line.Text)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }

    private static JsonObject? ReadLine(string line)
    {
        try
        {
            return JsonNode.Parse(line) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
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
