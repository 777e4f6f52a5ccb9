using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Lambda.Core;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

namespace BatchResource.Provider;

/// <summary>The whole function behind its two connections: Bedrock, and whoever takes the answers.</summary>
internal sealed class ProviderFunction
{
    private readonly CustomResourceFunction customResources;
    private readonly CompletionEvent completions;

    public ProviderFunction(
        ProviderOptions options, IAmazonBedrock bedrock, HttpClient answers, Stream output, TimeProvider time, Func<double> random)
    {
        var lifecycle = options.Lifecycle;
        var log = new Log(new LogWriter(output, time));
        var service = new BedrockJobService(bedrock);
        var sender = new ResponseSender(answers, new Backoff(lifecycle.BackoffBase, lifecycle.BackoffLimit, random), time);
        var signal = new CompletionSignal(sender);
        ICustomResource resources = options.Problem is null
            ? new ProviderResources(
                new BatchInferenceJobResource(eventLog => new JobLifecycle(service, lifecycle, time, random, eventLog)),
                new CompletionResource(WatchFor, signal, time))
            : new MisconfiguredResource(options.Problem);
        customResources = new CustomResourceFunction(resources, sender, time, log);
        completions = new CompletionEvent(WatchFor, signal, time, log);

        JobWatch WatchFor(Log eventLog) => new(service, lifecycle, time, random, eventLog);
    }

    /// <summary>Handles an event of CloudFormation's, or the end of a job that a deployment waits for.</summary>
    public Task HandleAsync(JsonElement payload, ILambdaContext context) =>
        CompletionEvent.IsIn(payload) ? completions.HandleAsync(payload, context) : customResources.HandleAsync(payload, context);
}
