using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>An input in a stack.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Key">The key of a file, or the prefix of a folder with its slash; empty for the whole bucket.</param>
/// <param name="ReadableKeys">The pattern of keys that the service role may read.</param>
/// <param name="S3Uri">What the API is given.</param>
/// <param name="S3BucketOwner">The bucket's account, when it is not the stack's.</param>
internal sealed record BoundInput(IBucket Bucket, string Key, string ReadableKeys, string S3Uri, string? S3BucketOwner)
{
    /// <summary>The same for a role that serves jobs over other versions of the input too.</summary>
    public string ReadableKeysOfEveryVersion { get; init; } = ReadableKeys;

    /// <summary>Whether the key stands for the content, so that another content is another job.</summary>
    public bool IsContentAddressed { get; init; }

    /// <summary>What is wrong with the location or with the records themselves.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>What may be wrong with them.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
