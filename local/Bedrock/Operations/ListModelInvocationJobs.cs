using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary><see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelInvocationJobs.html"/>.</summary>
internal sealed class ListModelInvocationJobs(JobStore store, JobLifecycle lifecycle, BedrockOptions options) : IOperation
{
    private readonly BedrockSwitches switches = options.Switches;

    public IEnumerable<Permission> Permissions(JsonObject input) => [new("bedrock:ListModelInvocationJobs", "*")];

    public JsonObject? Execute(JsonObject input)
    {
        var ascending = input.TextOrNull("sortOrder") == "Ascending";
        var size = input["maxResults"]?.GetValue<int>() ?? switches.DefaultPageSize;

        // Jobs are never deleted, so a job's position holds a caller's place, whatever appears or changes between two pages.
        var candidates = store.All.Index().Where(entry => IsVisible(entry.Item));
        if (!ascending)
            candidates = candidates.Reverse();
        if (input.TextOrNull("nextToken") is { } token)
        {
            var last = PageToken.Position(token);
            candidates = candidates.Where(entry => ascending ? entry.Index > last : entry.Index < last);
        }
        if (switches.Paging == ListPaging.FilterThenPage)
            candidates = candidates.Where(entry => IsWanted(entry.Item, input));
        var page = candidates.Take(size + 1).ToList();

        var summaries = page
            .Take(size)
            .Select(entry => entry.Item)
            .Where(job => IsWanted(job, input))
            .Select(job => JobJson.Render(lifecycle.Now(job), switches.ListReturnsToken));
        var answer = new JsonObject { ["invocationJobSummaries"] = new JsonArray([.. summaries]) };
        if (page.Count > size)
            answer["nextToken"] = PageToken.At(page[size - 1].Index);
        return answer;
    }

    private bool IsVisible(ModelInvocationJob job) =>
        switches.ListLag == TimeSpan.Zero || job.SubmitTime + switches.ListLag <= options.Clock.GetUtcNow();

    private static bool IsWanted(ModelInvocationJob job, JsonObject input) =>
        (input.TextOrNull("statusEquals") is not { } status || job.Status == status)
        && (input.TextOrNull("nameContains") is not { } part || job.JobName.Contains(part, StringComparison.Ordinal))
        && (Time(input, "submitTimeAfter") is not { } after || job.SubmitTime > after)
        && (Time(input, "submitTimeBefore") is not { } before || job.SubmitTime < before);

    private static DateTimeOffset? Time(JsonObject input, string name) =>
        input.TextOrNull(name) is { } text && Timestamps.TryParse(text, out var time) ? time : null;
}
