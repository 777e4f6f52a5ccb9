using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>A job as Bedrock reports it, for decisions that need no Bedrock.</summary>
internal static class SampleJob
{
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly JobDefinition Definition = new()
    {
        ModelId = "amazon.nova-micro-v1:0",
        RoleArn = "arn:aws:iam::123456789012:role/batch",
        Input = new("s3://records/in.jsonl", S3InputFormat: null, S3BucketOwner: null),
        Output = new("s3://results/out/", S3EncryptionKeyId: null, S3BucketOwner: null),
    };

    public static DefinitionHash Hash => DefinitionHash.Of(Definition);

    public static JobArn Arn(char id = 'a') =>
        JobArn.TryParse($"arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/{new string(id, 12)}")!;

    public static Job With(JobStatus status, char id = 'a') => new()
    {
        Arn = Arn(id),
        Name = $"job-{id}",
        Status = status,
        ModelId = Definition.ModelId,
        SubmitTime = Noon,
        RoleArn = Definition.RoleArn,
        InputS3Uri = Definition.Input.S3Uri,
        OutputS3Uri = Definition.Output.S3Uri,
    };

    /// <summary>A running job of an event, so many seconds after noon by CloudFormation's clock and by Bedrock's.</summary>
    public static OwnedJob Owned(int? issued, int submitted, char id = 'a') => new(
        With(JobStatus.InProgress, id) with { SubmitTime = Noon.AddSeconds(submitted) },
        new JobIdentity(Hash, issued is { } seconds ? Noon.AddSeconds(seconds) : null));
}
