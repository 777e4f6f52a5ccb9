using System.Text.Json;
using Amazon.Lambda.Core;
using BatchResource.Contract;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider;

/// <summary>The whole function without its connections: to Bedrock, to CloudFormation, and to the receiver of answers.</summary>
internal sealed class ProviderFunction
{
    private readonly CustomResourceFunction customResources;
    private readonly CompletionEvent completions;
    private readonly string? problem;

    private ProviderFunction(
        ProviderOptions options,
        IJobService? service,
        IStackRecord record,
        HttpClient answers,
        Stream output,
        TimeProvider time,
        Func<double> random)
    {
        var lifecycle = options.Lifecycle;
        var log = new Log(new LogWriter(output, time));
        problem = options.Problem;
        var sender = new ResponseSender(answers, new Backoff(lifecycle.BackoffBase, lifecycle.BackoffLimit, random), time);
        var signal = new CompletionSignal(sender);
        var job = new BatchInferenceJobResource(eventLog => LifecycleFor(new JobLog(eventLog)));
        var completion = new CompletionResource(WatchFor, signal, time);
        customResources = new CustomResourceFunction(ResourceOf, sender, time, log);
        completions = new CompletionEvent(WatchFor, signal, time, log);

        // Every type except the completion is a job: a template may use AWS::CloudFormation::CustomResource, or a name of its own.
        ICustomResource ResourceOf(string? type) =>
            problem is not null ? new MisconfiguredResource(problem)
            : string.Equals(type, ResourceType.Completion, StringComparison.Ordinal) ? completion
            : job;

        JobLifecycle LifecycleFor(JobLog jobLog) => new(CallsFor(jobLog), record, lifecycle, time, jobLog);

        JobWatch WatchFor(Log eventLog) => new(CallsFor(new JobLog(eventLog)), lifecycle, time);

        JobCalls CallsFor(JobLog jobLog) => new(service!, lifecycle, time, random, jobLog);
    }

    /// <summary>
    /// Composes the function. The SDK reads its environment variables only when it makes a client. If it throws then, every event is
    /// answered with that message, because a function that does not start answers no event (L1).
    /// </summary>
    /// <param name="options">The settings from the environment.</param>
    /// <param name="connect">Connects to Bedrock.</param>
    /// <param name="record">CloudFormation's record of stacks.</param>
    /// <param name="answers">Delivers the answers.</param>
    /// <param name="output">The log.</param>
    /// <param name="time">The clock.</param>
    /// <param name="random">Returns a number from 0 to 1, for the backoff.</param>
    public static ProviderFunction Create(
        ProviderOptions options,
        Func<LifecycleOptions, IJobService> connect,
        IStackRecord record,
        HttpClient answers,
        Stream output,
        TimeProvider time,
        Func<double> random)
    {
        IJobService? service = null;
        try
        {
            service = connect(options.Lifecycle);
        }
#pragma warning disable CA1031 // Any exception, as above.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var cause = failure.GetBaseException().Message;
            options = options with { Problem = options.Problem is null ? cause : $"{options.Problem}; {cause}" };
        }

        return new ProviderFunction(options, service, record, answers, output, time, random);
    }

    /// <summary>Handles an event of CloudFormation, or of EventBridge about the end of a job that a deployment waits for.</summary>
    /// <exception cref="InvalidOperationException">The end of a job cannot be reported. Lambda then delivers the event again.</exception>
    public Task HandleAsync(JsonElement payload, ILambdaContext context) =>
        !CompletionEvent.IsIn(payload) ? customResources.HandleAsync(payload, context)
        : problem is null ? completions.HandleAsync(payload, context)
        : throw new InvalidOperationException(problem);
}
