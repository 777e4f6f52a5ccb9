using System.Text.Json;
using Amazon.Lambda.RuntimeSupport;
using BatchResource.Provider;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Stacks;
using BatchResource.Provider.Startup;

// The composition root, and the only place that uses the system's clock and random numbers.
#pragma warning disable RS0030
var time = TimeProvider.System;
Func<double> random = Random.Shared.NextDouble;
#pragma warning restore RS0030
var options = ProviderOptions.Read(Environment.GetEnvironmentVariable);
var noOpenSsl = OpenSsl.Problem();
if (noOpenSsl is not null)
{
    options = options with { Problem = noOpenSsl };
}

// Lambda's serializer would print every event with its ResponseURL, which is a credential.
Environment.SetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG", null);

var serializer = ProviderJsonContext.CreateSerializer();
if (noOpenSsl is null)
{
    await Rehearsal.RunAsync(options, serializer, time);
}

var record = new StackRecord(() => new StackClient(new StackClientConfig()));
using var output = Console.OpenStandardOutput();
using var answers = ResponseSender.CreateClient(noOpenSsl is null ? null : new PlainHttpOnly(noOpenSsl));
var function = ProviderFunction.Create(options, BedrockJobService.Connect, record, answers, output, time, random);

using var bootstrap = LambdaBootstrapBuilder.Create<JsonElement>(function.HandleAsync, serializer).Build();
await bootstrap.RunAsync();
