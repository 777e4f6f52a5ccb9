using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>An input in a stack.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key of a file, or the prefix of a folder with its slash; empty for the whole bucket.</param>
/// <param name="ReadableKeys">The pattern of keys that the service role may read.</param>
/// <param name="S3Uri">The URI for the API.</param>
/// <param name="S3BucketOwner">The bucket's account, if it is not the stack's.</param>
internal sealed record BoundInput(IBucket Bucket, string Key, string ReadableKeys, string S3Uri, string? S3BucketOwner)
{
    /// <summary>The same for a role that also serves jobs over other versions of the input.</summary>
    public string ReadableKeysOfEveryVersion { get; init; } = ReadableKeys;

    /// <summary>Whether the key changes with the content, so that changed content is another job.</summary>
    public bool IsContentAddressed { get; init; }

    /// <summary>The problems of the location and of the records.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The possible problems of the records.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
