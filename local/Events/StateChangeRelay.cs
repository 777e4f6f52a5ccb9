using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;

namespace BatchResource.Local.Events;

/// <summary>
/// Holds Bedrock's events back until there is a bus to put them on, so that none is lost while the rest of an account starts.
/// </summary>
/// <param name="observer">Is told of every event as it comes.</param>
internal sealed class StateChangeRelay(Action<JsonObject>? observer = null) : IJobStateChangeSink
{
    private readonly Lock gate = new();
    private readonly Queue<JsonObject> waiting = new();
    private EventBus? bus;

    /// <inheritdoc/>
    public void Publish(JsonObject change)
    {
        observer?.Invoke(change);
        lock (gate)
        {
            if (bus is null)
                waiting.Enqueue(change);
            else
                bus.Put(change);
        }
    }

    /// <summary>Puts what has come so far onto the bus, and everything else as it comes.</summary>
    public void Attach(EventBus target)
    {
        lock (gate)
        {
            bus = target;
            while (waiting.TryDequeue(out var change))
                target.Put(change);
        }
    }
}
