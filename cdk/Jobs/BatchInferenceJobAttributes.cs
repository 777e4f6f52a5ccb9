using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk;

/// <summary>What you know about an existing job.</summary>
public sealed record BatchInferenceJobAttributes
{
    /// <summary>The job's ARN.</summary>
    public required string JobArn { get; init; }

    /// <summary>
    /// The bucket that holds the job's results. Default: not known. <see cref="IBatchInferenceJob.GrantReadResults"/> needs it.
    /// </summary>
    public IBucket? ResultsBucket { get; init; }

    /// <summary>The prefix of the job's output, without the folder with the job's id. Default: the root of the bucket.</summary>
    public string? OutputPrefix { get; init; }

    /// <summary>The KMS key that encrypts the results. Default: the bucket's own encryption.</summary>
    public IKey? EncryptionKey { get; init; }

    /// <summary>The model's id, without the beginning of an ARN. Default: not known. The metrics need it.</summary>
    public string? ModelId { get; init; }
}
