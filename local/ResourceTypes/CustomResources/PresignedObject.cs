namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>What a presigned URL is for.</summary>
/// <param name="Bucket">The bucket in the URL.</param>
/// <param name="Key">The object's key; parts other than slashes are encoded in the URL.</param>
/// <param name="Accept">Takes each body that arrives while the URL is valid; says whether it counted.</param>
internal sealed record PresignedObject(string Bucket, string Key, Func<byte[], bool> Accept)
{
    /// <summary>How long the URL is valid.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The clock by which it expires.</summary>
    public required TimeProvider Clock { get; init; }
}
