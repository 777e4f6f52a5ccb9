using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Bedrock.Operations;
using BatchResource.Local.Ground.Http;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Bedrock.Api;

/// <summary>
/// Bedrock's control plane for batch inference jobs, over HTTP on loopback: the seven operations, with every constraint of the
/// service model, Signature Version 4, and jobs that move through their states on a clock.
/// </summary>
public sealed class BedrockControlPlane : IAsyncDisposable
{
    private readonly JobStore store = new();
    private readonly CallLog log = new();
    private readonly JobLifecycle lifecycle;
    private readonly JobJournal? journal;
    private LoopbackServer? server;
    private ApiHandler? handler;

    private BedrockControlPlane(BedrockOptions options)
    {
        Options = options;
        journal = options.JournalPath is { } path ? JobJournal.Open(path) : null;
        store.Restore(journal?.Jobs ?? []);
        if (journal is not null)
            store.Observe(journal.Write);
        if (options.StateChanges is { } sink)
            store.Observe(Publisher(sink).Changed);
        lifecycle = new JobLifecycle(store, options);
    }

    /// <summary>What it was started with.</summary>
    public BedrockOptions Options { get; }

    /// <summary>Where it listens: the value for <c>AWS_ENDPOINT_URL_BEDROCK</c>.</summary>
    public Uri Endpoint => server?.Endpoint ?? throw new InvalidOperationException("the control plane is not started");

    /// <summary>Every job that ever existed, as it is now, in the order of creation.</summary>
    public IReadOnlyList<ModelInvocationJob> Jobs => [.. store.All.Select(lifecycle.Now)];

    /// <summary>The latest calls, in the order in which they were answered.</summary>
    public IReadOnlyList<RecordedCall> Calls => log.All;

    /// <summary>Starts serving.</summary>
    /// <exception cref="IOException">The port or the journal is in use.</exception>
    /// <exception cref="InvalidDataException">The journal is damaged; it stays as it is.</exception>
    public static async Task<BedrockControlPlane> StartAsync(BedrockOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var controlPlane = new BedrockControlPlane(options);
        controlPlane.handler = new ApiHandler(options, controlPlane.Operations(), controlPlane.log);
        try
        {
            controlPlane.server = await LoopbackServer.StartAsync(
                async http => await controlPlane.AnswerAsync(http), options.Port, options.Certificate, cancellationToken);
            return controlPlane;
        }
        catch
        {
            await controlPlane.DisposeAsync();
            throw;
        }
    }

    /// <summary>Answers a call that came to another endpoint.</summary>
    /// <returns>The operation, or null when there is none such.</returns>
    internal Task<string?> AnswerAsync(HttpContext http) => handler!.HandleAsync(http);

    /// <summary>The job of that ARN as it is now, or null.</summary>
    public ModelInvocationJob? Find(string jobArn) => store.Find(jobArn) is { } job ? lifecycle.Now(job) : null;

    /// <summary>Moves a job to the next state of its plan now, without waiting for its time; work that belongs to it is done.</summary>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    /// <exception cref="InvalidOperationException">The job has ended.</exception>
    public Task<ModelInvocationJob> AdvanceAsync(string jobArn) => lifecycle.AdvanceAsync(jobArn);

    /// <summary>Puts a job into a state, whatever its plan says and without any work.</summary>
    /// <param name="jobArn">The job.</param>
    /// <param name="status">One of <see cref="JobStatus"/>.</param>
    /// <param name="message">Why, for a job that fails.</param>
    /// <exception cref="KeyNotFoundException">There is no such job.</exception>
    public ModelInvocationJob Move(string jobArn, string status, string? message = null) =>
        store.Update(jobArn, job => job.Enter(status, Options.Clock.GetUtcNow(), message));

    /// <summary>Stops serving; jobs stay as they are.</summary>
    public async ValueTask DisposeAsync()
    {
        await lifecycle.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
        journal?.Dispose();
    }

    private JobStatePublisher Publisher(IJobStateChangeSink sink)
    {
        var publisher = new JobStatePublisher(sink, Options.Account);
        foreach (var job in store.All)
            publisher.Skip(job);
        return publisher;
    }

    private Dictionary<string, IOperation> Operations()
    {
        var directory = new JobDirectory(store, lifecycle, Options.Account);
        return new Dictionary<string, IOperation>(StringComparer.Ordinal)
        {
            [nameof(CreateModelInvocationJob)] = new CreateModelInvocationJob(store, Options),
            [nameof(GetModelInvocationJob)] = new GetModelInvocationJob(directory),
            [nameof(StopModelInvocationJob)] = new StopModelInvocationJob(directory, store, lifecycle, Options),
            [nameof(ListModelInvocationJobs)] = new ListModelInvocationJobs(store, lifecycle, Options),
            [nameof(TagResource)] = new TagResource(directory, store, Options.Switches),
            [nameof(UntagResource)] = new UntagResource(directory, store, Options.Switches),
            [nameof(ListTagsForResource)] = new ListTagsForResource(directory, Options.Switches),
        };
    }
}
