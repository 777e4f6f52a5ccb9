using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock;

/// <summary>Receives what Bedrock tells EventBridge about jobs.</summary>
public interface IJobStateChangeSink
{
    /// <summary>Takes an event for delivery; called in the order of the changes, and must not wait.</summary>
    /// <param name="change">
    /// A whole EventBridge event, of the shape that
    /// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge.html">Monitor job state changes</see> shows.
    /// </param>
    void Publish(JsonObject change);
}
