using System.Text.Json;
using Amazon.Bedrock;
using Amazon.Lambda.Core;
using Amazon.Runtime;
using BatchResource.Provider.Bedrock;
using BatchResource.Provider.Stacks;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Makes the function answer an event and begin a TLS connection before it asks for its first event. A custom resource's function is cold
/// nearly every time. Until it asks for an event, Lambda gives it a whole processor, and later only a part of one. So code that is loaded
/// and compiled here costs no time later. Two things keep the rehearsal inside the process, and each is enough: its connections end here,
/// and its client has neither the address of a service nor real credentials. Nothing is logged.
/// </summary>
internal static class Rehearsal
{
    /// <summary>
    /// The longest rehearsal. It usually takes a fifth of this. The function must not wait for one that hangs, even if it blocks its
    /// thread.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the rehearsal. If it fails, the function works anyway.</summary>
    public static async Task RunAsync(ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        try
        {
            await Task.Run(() => RehearseAsync(options, serializer, time)).WaitAsync(Patience, time);
        }
#pragma warning disable CA1031 // It costs time later on, and nothing else.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    private static async Task RehearseAsync(ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        await AnswerAsync(new RehearsalServices(), options, serializer, time);
        await TlsRehearsal.RunAsync();
    }

    /// <summary>Makes the function answer a Create.</summary>
    internal static async Task AnswerAsync(
        RehearsalServices services, ProviderOptions options, ILambdaSerializer serializer, TimeProvider time)
    {
        using var network = new RehearsalNetwork(services);
        var config = BedrockJobService.ConfigFor(options.Lifecycle);
        config.ServiceURL = "http://rehearsal.invalid/";
        config.AuthenticationRegion = "us-east-1";
        config.HttpClientFactory = network;
        using var bedrock = new AmazonBedrockClient(new SessionAWSCredentials("id", "secret", "token"), config);
        var record = new StackRecord(() => throw new InvalidOperationException("a Create does not ask CloudFormation"));
        var function = ProviderFunction.Create(
            options, _ => new BedrockJobService(bedrock), record, network.Client, Stream.Null, time, random: () => 0);
        using var payload = new MemoryStream(RehearsalEvent.Payload.ToArray());
        await function.HandleAsync(serializer.Deserialize<JsonElement>(payload), new RehearsalContext());
    }
}
