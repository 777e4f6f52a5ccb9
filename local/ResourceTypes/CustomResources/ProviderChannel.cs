using System.Text;
using System.Threading.Channels;
using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>Sends an event to a provider and waits for the answer, which comes another way.</summary>
/// <param name="sink">Where answers arrive.</param>
/// <param name="invoke">Hands a payload to the function with that ARN, asynchronously, and returns Lambda's request id.</param>
/// <param name="behavior">What AWS leaves open.</param>
/// <param name="clock">The clock that waiting goes by.</param>
internal sealed class ProviderChannel(
    ResponseSink sink,
    Func<string, ReadOnlyMemory<byte>, string> invoke,
    CloudFormationBehavior behavior,
    TimeProvider clock)
{
    /// <summary>How long CloudFormation waits unless ServiceTimeout says otherwise: an hour.</summary>
    private const int DefaultServiceTimeout = 3600;

    /// <summary>Sends the event and returns the first answer, or one that says that none came in time.</summary>
    /// <exception cref="OperationCanceledException">The operation was cancelled; the provider may still be at work.</exception>
    public async Task<(CustomResourceAnswer Answer, string Key)> SendAsync(CustomResourceEvent request, CancellationToken cancellation)
    {
        var requestId = request.Context.RequestIds.For(request.Operation, request.Context.LogicalId, request.IsRollback);
        var key = $"{request.Context.Stack.Id}|{request.Context.LogicalId}|{requestId}";
        var answers = Channel.CreateUnbounded<CustomResourceAnswer>();
        var bucket = $"cloudformation-custom-resource-response-{request.Context.Stack.CompactRegion}";
        var url = sink.Open(new(bucket, key, body => Accept(Read(body))) { Clock = clock });
        var payload = Encoding.UTF8.GetBytes(request.ToJson(requestId, url).ToJsonString());
        var function = request.Properties[CustomResourceEvent.ServiceToken]?.ToString() ?? "";
        var invocation = invoke(function, payload);
        if (behavior.EventDelivery == DeliveryCount.Twice)
            invoke(function, payload);

        try
        {
            var answer = await answers.Reader.ReadAsync(cancellation).AsTask().WaitAsync(Timeout(request), clock, cancellation);
            return (answer with { InvocationId = invocation }, key);
        }
        catch (TimeoutException)
        {
            return (CustomResourceAnswer.None(requestId) with { InvocationId = invocation }, key);
        }
        finally
        {
            answers.Writer.TryComplete();
        }

        CustomResourceAnswer Read(byte[] body) =>
            CustomResourceAnswer.Read(body, request.Context.Stack.Id, request.Context.LogicalId, requestId);

        bool Accept(CustomResourceAnswer answer)
        {
            if (answer.IsMalformed && behavior.MalformedAnswer == MalformedAnswer.IsIgnored)
                return false;

            // The first one counts, and nothing after it: the reader completes the channel too, as soon as it has one.
            lock (answers)
            {
                var counts = answers.Writer.TryWrite(answer);
                answers.Writer.TryComplete();
                return counts;
            }
        }
    }

    private static TimeSpan Timeout(CustomResourceEvent request)
    {
        var given = request.Properties[CustomResourceEvent.ServiceTimeout]?.ToString();
        return TimeSpan.FromSeconds(int.TryParse(given, out var seconds) ? seconds : DefaultServiceTimeout);
    }
}
