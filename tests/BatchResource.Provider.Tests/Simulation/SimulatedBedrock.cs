using System.Globalization;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>
/// Bedrock's side of the narrow interface, in memory and on virtual time. It counts the calls and keeps every job that ever existed.
/// </summary>
internal sealed class SimulatedBedrock(TimeProvider time, SimulatedBedrockSwitches switches) : IJobService
{
    private readonly List<SimulatedJob> jobs = [];
    private readonly List<string> calls = [];

    public IReadOnlyList<SimulatedJob> Jobs => jobs;

    /// <summary>The operations called, in order.</summary>
    public IReadOnlyList<string> Calls => calls;

    public IEnumerable<SimulatedJob> ActiveJobs => jobs.Where(job => job.StatusAt(Now).IsActive);

    /// <summary>What must never happen and did: two jobs for one event, or two that run for one definition.</summary>
    public List<string> Violations { get; } = [];

    /// <summary>When set, the list shows every job as it was then.</summary>
    public DateTimeOffset? StaleList { get; set; }

    private DateTimeOffset Now => time.GetUtcNow();

    /// <inheritdoc/>
    public Task<JobArn> CreateAsync(NewJob job, CancellationToken cancellationToken) => Call(
        "CreateModelInvocationJob", () => Create(job, createdBy: null));

    /// <summary>Every job is forgotten: nobody is told of it any more.</summary>
    public void ForgetAll() => jobs.Clear();

    /// <summary>Creates a job and notes who asked for it.</summary>
    public JobArn Create(NewJob job, string? createdBy)
    {
        if (jobs.Find(other => other.Request.Token == job.Token) is { } repeated && switches.RepeatedTokenReturnsJob)
        {
            return repeated.Arn;
        }

        if (jobs.Exists(other => other.Request.Name == job.Name))
        {
            throw new JobServiceException(
                "CreateModelInvocationJob", JobServiceError.Conflict, "The provided job name is currently in use");
        }

        CheckPromise(job, createdBy);
        var id = string.Create(CultureInfo.InvariantCulture, $"job{jobs.Count:D9}");
        var arn = JobArn.TryParse($"arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/{id}")!;
        jobs.Add(new SimulatedJob(arn, job, Now, switches) { CreatedBy = createdBy });
        return arn;
    }

    /// <inheritdoc/>
    public Task<Job> GetAsync(JobArn arn, CancellationToken cancellationToken) => Call(
        "GetModelInvocationJob",
        () =>
        {
            var job = Find("GetModelInvocationJob", arn);
            return Now - job.SubmitTime < switches.GetLag
                ? throw NotFound("GetModelInvocationJob")
                : job.At(Now, withToken: true);
        });

    /// <inheritdoc/>
    public Task StopAsync(JobArn arn, CancellationToken cancellationToken) => StopAsync(arn, null);

    /// <summary>Stops a job, and notes who did it.</summary>
    public Task StopAsync(JobArn arn, string? by) => Call(
        "StopModelInvocationJob",
        () =>
        {
            var job = Find("StopModelInvocationJob", arn);
            return job.Stop(Now, by)
                ? true
                : throw new JobServiceException(
                    "StopModelInvocationJob", switches.StopOfEnded, $"The job cannot be stopped. State was: {job.StatusAt(Now)}");
        });

    /// <inheritdoc/>
    public async Task<JobPage> ListAsync(
        string nameContains, DateTimeOffset? submittedAfter, string? nextToken, CancellationToken cancellationToken)
    {
        if (switches.PageTime > TimeSpan.Zero)
        {
            await Pause.ForAsync(switches.PageTime, time, cancellationToken);
        }

        return await Call("ListModelInvocationJobs", () => List(nameContains, submittedAfter, nextToken));
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> ListTagsAsync(JobArn arn, CancellationToken cancellationToken) => Call(
        "ListTagsForResource",
        () => (IReadOnlyDictionary<string, string>)new Dictionary<string, string>(
            FindTaggable("ListTagsForResource", arn).Tags, StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task TagAsync(JobArn arn, IReadOnlyDictionary<string, string> tags, CancellationToken cancellationToken) => Call(
        "TagResource",
        () =>
        {
            var job = FindTaggable("TagResource", arn);
            foreach (var (key, value) in tags)
            {
                job.Tags[key] = value;
            }

            return true;
        });

    /// <inheritdoc/>
    public Task UntagAsync(JobArn arn, IReadOnlyList<string> keys, CancellationToken cancellationToken) => Call(
        "UntagResource",
        () =>
        {
            var job = FindTaggable("UntagResource", arn);
            return keys.Count(job.Tags.Remove);
        });

    private JobPage List(string nameContains, DateTimeOffset? submittedAfter, string? nextToken)
    {
        var skipped = nextToken is null ? 0 : int.Parse(nextToken, CultureInfo.InvariantCulture);
        var matching = jobs
            .Where(job => job.Request.Name.Contains(nameContains, StringComparison.Ordinal) && Now - job.SubmitTime >= switches.ListLag)
            .Where(job => !(job.SubmitTime <= submittedAfter))
            .OrderByDescending(job => job.SubmitTime)
            .ToList();
        var page = matching.Skip(skipped).Take(switches.PageSize).Select(job => job.At(StaleList ?? Now, withToken: false)).ToList();
        var next = skipped + Math.Max(page.Count, 1);
        var end = matching.Count + (submittedAfter is null ? switches.EmptyPages : 0);
        return new JobPage(page, next < end ? next.ToString(CultureInfo.InvariantCulture) : null);
    }

    private void CheckPromise(NewJob wanted, string? createdBy)
    {
        if (createdBy is not null && jobs.Find(job => job.CreatedBy == createdBy) is { } twin)
        {
            Violations.Add($"{createdBy} starts {wanted.Name} after it has started {twin.Request.Name}");
        }

        foreach (var job in ActiveJobs)
        {
            if (DefinitionHash.Of(job.Request.Definition) == DefinitionHash.Of(wanted.Definition))
            {
                Violations.Add($"{wanted.Name} is started while {job.Request.Name} runs with the same definition");
            }
        }
    }

    private static JobServiceException NotFound(string operation) =>
        new(operation, JobServiceError.NotFound, "The provided batch inference job was not found.");

    private SimulatedJob Find(string operation, JobArn arn) => jobs.Find(job => job.Arn == arn) ?? throw NotFound(operation);

    private SimulatedJob FindTaggable(string operation, JobArn arn)
    {
        var job = Find(operation, arn);
        return job.StatusAt(Now).IsCancelled
            ? throw new JobServiceException(operation, JobServiceError.Invalid, "Tags of a stopped job cannot be read or changed.")
            : job;
    }

    private Task<T> Call<T>(string operation, Func<T> effect)
    {
        calls.Add(operation);
        try
        {
            return Task.FromResult(effect());
        }
        catch (JobServiceException failure)
        {
            return Task.FromException<T>(failure);
        }
    }
}
