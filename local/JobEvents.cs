using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Events;

namespace BatchResource.Local;

/// <summary>Puts what Bedrock tells of its jobs onto the event bus.</summary>
/// <param name="bus">The bus.</param>
/// <param name="observer">Is told of every event as it comes.</param>
internal sealed class JobEvents(EventBus bus, Action<JsonObject>? observer) : IJobStateChangeSink
{
    /// <inheritdoc/>
    public void Publish(JsonObject change)
    {
        observer?.Invoke(change);
        bus.Put(change);
    }
}
