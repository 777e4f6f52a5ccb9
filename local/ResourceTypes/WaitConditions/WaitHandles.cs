using System.Collections.Concurrent;
using BatchResource.Local.ResourceTypes.CustomResources;
using BatchResource.Local.ResourceTypes.Simulated;

namespace BatchResource.Local.ResourceTypes.WaitConditions;

/// <summary>The handles of wait conditions, by their URL.</summary>
internal sealed class WaitHandles(ResponseSink sink, TimeProvider clock)
{
    /// <summary>A little more than the longest time that a condition can wait.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, WaitHandle> handles = new();

    /// <summary>Makes a handle and returns its URL.</summary>
    public string Open(SimulatedResource resource)
    {
        var handle = new WaitHandle();
        var bucket = $"cloudformation-waitcondition-{resource.Stack.Region}";
        var key = $"{resource.Stack.Id}/{resource.Context.LogicalId}";
        var url = sink.Open(new(bucket, key, handle.Accept) { Clock = clock, Lifetime = Lifetime });
        handles[url] = handle;
        return url;
    }

    public WaitHandle? Find(string url) => handles.GetValueOrDefault(url);
}
