using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk;

/// <summary>What is known of a job that exists already.</summary>
public sealed record BatchInferenceJobAttributes
{
    /// <summary>The job's ARN.</summary>
    public required string JobArn { get; init; }

    /// <summary>
    /// The bucket that its results land in. Default: not known; <see cref="IBatchInferenceJob.GrantReadResults"/> needs it.
    /// </summary>
    public IBucket? ResultsBucket { get; init; }

    /// <summary>
    /// The prefix that the job was given for its output, without the folder named for its id. Default: the bucket's root.
    /// </summary>
    public string? OutputPrefix { get; init; }

    /// <summary>The KMS key that encrypts the results, if not the bucket's own.</summary>
    public IKey? EncryptionKey { get; init; }

    /// <summary>The model's id, without an ARN's beginning. Default: not known; the metrics need it.</summary>
    public string? ModelId { get; init; }
}
