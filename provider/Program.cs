using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using BatchResource.Provider;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Provider.Retry;

// The composition root, and the only place that knows the system's clock and chance.
#pragma warning disable RS0030
var time = TimeProvider.System;
Func<double> random = Random.Shared.NextDouble;
#pragma warning restore RS0030
var (options, problem) = ProviderOptions.Read(Environment.GetEnvironmentVariable);

using var output = Console.OpenStandardOutput();
var log = new Log(new LogWriter(output, time));
using var bedrock = BedrockClient.Create(options);
var service = new BedrockJobService(bedrock);

using var http = ResponseSender.CreateClient();
var sender = new ResponseSender(http, new Backoff(options.BackoffBase, options.BackoffLimit, random), time);

var signal = new CompletionSignal(sender);
JobWatch WatchFor(Log eventLog) => new(service, options, time, random, eventLog);
ICustomResource resources = problem is null
    ? new ProviderResources(
        new BatchInferenceJobResource(eventLog => new JobLifecycle(service, options, time, random, eventLog)),
        new CompletionResource(WatchFor, signal))
    : new MisconfiguredResource(problem);
var customResources = new CustomResourceFunction(resources, sender, time, log);
var completions = new CompletionEvent(WatchFor, signal, time, log);

Task HandleAsync(JsonElement payload, ILambdaContext context) =>
    CompletionEvent.IsIn(payload) ? completions.HandleAsync(payload, context) : customResources.HandleAsync(payload, context);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement>(HandleAsync, ProviderJsonContext.CreateSerializer())
    .Build();
await bootstrap.RunAsync();
