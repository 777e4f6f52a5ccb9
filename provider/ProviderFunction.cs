using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Lambda.Core;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;
using BatchResource.Provider.Stacks;

namespace BatchResource.Provider;

/// <summary>The whole function behind its two connections: Bedrock, and whoever takes the answers.</summary>
internal sealed class ProviderFunction
{
    private readonly CustomResourceFunction customResources;
    private readonly CompletionEvent completions;

    private readonly string? problem;

    private ProviderFunction(
        ProviderOptions options, IAmazonBedrock? bedrock, HttpClient answers, Stream output, TimeProvider time, Func<double> random)
    {
        var lifecycle = options.Lifecycle;
        var log = new Log(new LogWriter(output, time));
        var service = bedrock is null ? null : new BedrockJobService(bedrock);
        problem = options.Problem;
        var record = new StackRecord(() => new StackClient(new StackClientConfig()));
        var sender = new ResponseSender(answers, new Backoff(lifecycle.BackoffBase, lifecycle.BackoffLimit, random), time);
        var signal = new CompletionSignal(sender);
        ICustomResource resources = problem is null
            ? new ProviderResources(
                new BatchInferenceJobResource(eventLog => new JobLifecycle(service!, record, lifecycle, time, random, eventLog)),
                new CompletionResource(WatchFor, signal, time))
            : new MisconfiguredResource(problem);
        customResources = new CustomResourceFunction(resources, sender, time, log);
        completions = new CompletionEvent(WatchFor, signal, time, log);

        JobWatch WatchFor(Log eventLog) => new(service!, lifecycle, time, random, eventLog);
    }

    /// <summary>
    /// Puts the function together. What the SDK makes of its own environment variables is known only when it makes a client: whatever it
    /// throws becomes the answer to every event, since a function that does not start answers none (L1).
    /// </summary>
    public static ProviderFunction Create(
        ProviderOptions options,
        Func<LifecycleOptions, AmazonBedrockClient> connect,
        HttpClient answers,
        Stream output,
        TimeProvider time,
        Func<double> random)
    {
        IAmazonBedrock? bedrock = null;
        try
        {
            bedrock = connect(options.Lifecycle);
        }
#pragma warning disable CA1031 // Whatever it is, as above.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var cause = failure.GetBaseException().Message;
            options = options with { Problem = options.Problem is null ? cause : $"{options.Problem}; {cause}" };
        }

        return new ProviderFunction(options, bedrock, answers, output, time, random);
    }

    /// <summary>Handles an event of CloudFormation's, or the end of a job that a deployment waits for.</summary>
    /// <exception cref="InvalidOperationException">A job's end cannot be told, so that Lambda is to deliver it again.</exception>
    public Task HandleAsync(JsonElement payload, ILambdaContext context) =>
        !CompletionEvent.IsIn(payload) ? customResources.HandleAsync(payload, context)
        : problem is null ? completions.HandleAsync(payload, context)
        : throw new InvalidOperationException(problem);
}
