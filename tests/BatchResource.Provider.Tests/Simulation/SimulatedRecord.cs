using System.Globalization;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>What CloudFormation writes down about the one resource, and tells whoever asks.</summary>
internal sealed class SimulatedRecord(TimeProvider time, string logicalId, bool isReachable = true, bool showsCopies = false) : IStackRecord
{
    private const int PageSize = 3;
    private readonly List<StackEntry> events = [];
    private StackEntry? current;

    /// <summary>How often it was asked.</summary>
    public int Questions { get; private set; }

    /// <summary>Until then events are not shown: the list lags behind.</summary>
    public DateTimeOffset? HiddenUntil { get; set; }

    /// <summary>An event is sent, has come to its end, or is skipped because of the removal policy.</summary>
    /// <param name="requestType">The event.</param>
    /// <param name="state">Such as <c>IN_PROGRESS</c>.</param>
    /// <param name="physicalId">What it is about, or has led to.</param>
    /// <param name="currentId">What the stack knows its job by.</param>
    public void Note(string requestType, string state, string? physicalId, string? currentId)
    {
        var status = $"{requestType.ToUpperInvariant()}_{state}";
        if (requestType == "Delete" && physicalId is not null && currentId is not null && physicalId != currentId)
        {
            AddCopy(status, physicalId);
            return;
        }

        Add(status, physicalId);
    }

    /// <summary>The resource comes into a state.</summary>
    public void Add(string status, string? physicalId)
    {
        current = new StackEntry(logicalId, physicalId, status, time.GetUtcNow());
        events.Add(current);
    }

    /// <summary>A copy of the resource that is not the current one comes into a state. Whether that shows is not documented.</summary>
    public void AddCopy(string status, string physicalId)
    {
        var resource = current;
        Add(status, physicalId);
        current = showsCopies && status == "DELETE_IN_PROGRESS" ? current : resource;
    }

    /// <inheritdoc/>
    public Task<StackEntry> DescribeAsync(JobEvent request, CancellationToken cancellationToken) =>
        Ask(() => current ?? throw new StackRecordException("the resource does not exist"));

    /// <inheritdoc/>
    public Task<StackEventPage> ListEventsAsync(JobEvent request, string? nextToken, CancellationToken cancellationToken) => Ask(() =>
    {
        var skipped = nextToken is null ? 0 : int.Parse(nextToken, CultureInfo.InvariantCulture);
        var shown = events.Where(entry => !(time.GetUtcNow() < HiddenUntil && entry.At > HiddenUntil - TimeSpan.FromMinutes(1)));
        var page = shown.Reverse().Skip(skipped).Take(PageSize).ToList();
        return new StackEventPage(
            page, skipped + page.Count < events.Count ? (skipped + PageSize).ToString(CultureInfo.InvariantCulture) : null);
    });

    private Task<T> Ask<T>(Func<T> answer)
    {
        Questions++;
        try
        {
            return isReachable ? Task.FromResult(answer()) : throw new StackRecordException("no policy allows it");
        }
        catch (StackRecordException failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}
