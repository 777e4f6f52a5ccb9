using BatchResource.Contract;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>What a job's service role lets Bedrock do.</summary>
internal sealed class ServiceRole(ModelInvocationJob job, IAuthorizer authorizer, Account account)
{
    /// <summary>What Bedrock says when it cannot assume the role.</summary>
    public const string Untrusted = "Could not assume provided IAM role";

    private const string Bedrock = "bedrock.amazonaws.com";

    private readonly CallerIdentity session = CallerIdentity.ForRole(job.RoleArn, $"Bedrock-{job.JobId}");

    /// <summary>Whether the role trusts Bedrock with this job.</summary>
    public bool CanBeAssumed => authorizer.Authorize(new AuthorizationRequest(
        CallerIdentity.ForService(Bedrock),
        "sts:AssumeRole",
        job.RoleArn,
        Keys(("aws:SourceAccount", account.AccountId), ("aws:SourceArn", job.JobArn)))).IsAllowed;

    /// <summary>Whether it may call the model: a profile, and the model behind it.</summary>
    public bool MayInvokeModel => ModelArns().All(arn => May("bedrock:InvokeModel", arn));

    public bool MayList(S3Uri location) => May("s3:ListBucket", BucketArn(location.Bucket), ("s3:prefix", location.Key));

    public bool MayGet(string bucket, string key) => May("s3:GetObject", $"{BucketArn(bucket)}/{key}");

    /// <summary>Whether it may write, with the key that the results are to be encrypted with.</summary>
    public bool MayPut(string bucket, string key) =>
        May("s3:PutObject", $"{BucketArn(bucket)}/{key}") && (KeyArn() is not { } keyArn || MayUse(keyArn));

    /// <summary>S3 asks for the data key in the role's name.</summary>
    private bool MayUse(string keyArn) => May("kms:GenerateDataKey", keyArn, ("kms:ViaService", $"s3.{account.Region}.amazonaws.com"));

    private bool May(string action, string resourceArn, params (string Key, string Value)[] keys) =>
        authorizer.Authorize(new AuthorizationRequest(session, action, resourceArn, Keys(keys))).IsAllowed;

    private string BucketArn(string bucket) => $"arn:{account.Partition}:s3:::{bucket}";

    private IEnumerable<string> ModelArns()
    {
        yield return job.ModelId;
        if (ModelReference.Parse(job.ModelId) is not { Kind: ModelKind.InferenceProfile, FoundationModelId: { } modelId } profile)
            yield break;
        yield return $"arn:{account.Partition}:bedrock:{account.Region}::{ModelReference.FoundationModel}/{modelId}";
        // What a global profile routes to, IAM is also asked for without a Region.
        if (profile.Geography == Geography.Global)
            yield return $"arn:{account.Partition}:bedrock:::{ModelReference.FoundationModel}/{modelId}";
    }

    /// <summary>The key's ARN; of an alias the key is not known here.</summary>
    private string? KeyArn() => job.Output.S3EncryptionKeyId switch
    {
        null => null,
        var id when id.Contains("alias/", StringComparison.Ordinal) => null,
        var id when id.StartsWith("arn:", StringComparison.Ordinal) => id,
        var id => $"arn:{account.Partition}:kms:{account.Region}:{account.AccountId}:key/{id}",
    };

    private static Dictionary<string, IReadOnlyList<string>> Keys(params (string Key, string Value)[] keys) =>
        keys.ToDictionary(key => key.Key, IReadOnlyList<string> (key) => [key.Value], StringComparer.Ordinal);
}
