using System.Text.Json;
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
ICustomResource resource = problem is null
    ? new BatchInferenceJobResource(eventLog => new JobLifecycle(service, options, time, random, eventLog))
    : new MisconfiguredResource(problem);

using var http = ResponseSender.CreateClient();
var sender = new ResponseSender(http, new Backoff(options.BackoffBase, options.BackoffLimit, random), time);
var function = new CustomResourceFunction(resource, sender, time, log);

using var bootstrap = LambdaBootstrapBuilder
    .Create<JsonElement>(function.HandleAsync, ProviderJsonContext.CreateSerializer())
    .Build();
await bootstrap.RunAsync();
