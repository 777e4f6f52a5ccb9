using System.Collections.Concurrent;

namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Buckets of which only the objects' names are known.</summary>
internal sealed class KnownBuckets : ILocalBuckets
{
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> buckets = new();

    public void Create(string bucket) => buckets.TryAdd(bucket, new());

    public bool IsEmpty(string bucket) => !buckets.TryGetValue(bucket, out var keys) || keys.IsEmpty;

    public void Empty(string bucket) => buckets.GetValueOrDefault(bucket)?.Clear();

    public void Remove(string bucket) => buckets.TryRemove(bucket, out _);

    public void Upload(string bucket, string key, string file) => buckets.GetOrAdd(bucket, _ => new())[key] = true;
}
