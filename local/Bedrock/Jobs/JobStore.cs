namespace BatchResource.Local.Bedrock.Jobs;

/// <summary>All jobs that ever existed, in the order of their creation. Safe for concurrent use.</summary>
internal sealed class JobStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> positions = new(StringComparer.Ordinal);
    private readonly List<ModelInvocationJob> jobs = [];
    private readonly List<Action<ModelInvocationJob>> observers = [];

    public IReadOnlyList<ModelInvocationJob> All
    {
        get
        {
            lock (gate)
                return [.. jobs];
        }
    }

    /// <summary>
    /// Calls the observer for every new or changed job from now on, in order and before the change can be seen; it must be quick.
    /// </summary>
    public void Observe(Action<ModelInvocationJob> observer)
    {
        lock (gate)
            observers.Add(observer);
    }

    /// <summary>Takes in jobs from before, in the order of their creation. No observer is told.</summary>
    public void Restore(IEnumerable<ModelInvocationJob> restored)
    {
        lock (gate)
        {
            foreach (var job in restored)
            {
                positions.Add(job.JobArn, jobs.Count);
                jobs.Add(job);
            }
        }
    }

    /// <summary>The job of that ARN, or null.</summary>
    public ModelInvocationJob? Find(string jobArn)
    {
        lock (gate)
            return positions.TryGetValue(jobArn, out var position) ? jobs[position] : null;
    }

    /// <summary>Decides on a new job while no other job can be created; the decision may be to return one that exists.</summary>
    public ModelInvocationJob GetOrAdd(Func<IReadOnlyList<ModelInvocationJob>, ModelInvocationJob> decide)
    {
        lock (gate)
        {
            var job = decide(jobs);
            if (!positions.TryAdd(job.JobArn, jobs.Count))
            {
                var known = jobs[positions[job.JobArn]];
                return ReferenceEquals(known, job) ? known : throw new InvalidOperationException($"two jobs have the ARN {job.JobArn}");
            }
            jobs.Add(job);
            Tell(job);
            return job;
        }
    }

    /// <summary>Changes a job; <paramref name="change"/> gets its present state and may return it as it is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    public ModelInvocationJob Update(string jobArn, Func<ModelInvocationJob, ModelInvocationJob> change)
    {
        lock (gate)
        {
            var position = positions[jobArn];
            var before = jobs[position];
            var after = change(before);
            if (ReferenceEquals(before, after))
                return before;
            jobs[position] = after;
            Tell(after);
            return after;
        }
    }

    private void Tell(ModelInvocationJob job)
    {
        foreach (var observer in observers)
            observer(job);
    }
}
