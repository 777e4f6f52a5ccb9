using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Runs jobs on buckets that are folders, with models that echo.</summary>
/// <param name="buckets">Input and results.</param>
/// <param name="account">The account that owns every bucket.</param>
/// <param name="authorizer">Decides what the service roles may do.</param>
/// <param name="limits">The quotas of input.</param>
public sealed class FolderBatchRunner(BucketFolder buckets, Account account, IAuthorizer authorizer, BatchLimits limits) : IBatchRunner
{
    /// <inheritdoc/>
    public Task<InputCheck> CheckAsync(ModelInvocationJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Task.Run(() => Check(job, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<BatchResult> RunAsync(ModelInvocationJob job, long records, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        return Task.Run(() => Run(job, records, cancellationToken), cancellationToken);
    }

    private InputCheck Check(ModelInvocationJob job, CancellationToken cancellationToken)
    {
        try
        {
            var role = new ServiceRole(job, authorizer, account);
            if (!role.CanBeAssumed)
                return InputCheck.Fail(ServiceRole.Untrusted);
            var input = new BatchInput(buckets, S3Uri.Parse(job.Input.S3Uri));
            return AccessProblem(job, role, input) is { } problem
                ? InputCheck.Fail(problem)
                : new InputChecker(job, input, new RecordProcessor(job, buckets, input, role), limits).Check(cancellationToken);
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            return InputCheck.Fail(e.Message);
        }
    }

    /// <summary>What the role may not read or write, in Bedrock's words.</summary>
    private string? AccessProblem(ModelInvocationJob job, ServiceRole role, BatchInput input)
    {
        var (source, target) = (S3Uri.Parse(job.Input.S3Uri), BatchOutput.FolderOf(job));
        var ownsSource = job.Input.S3BucketOwner == account.AccountId && buckets.Exists(source.Bucket);
        var ownsTarget = job.Output.S3BucketOwner == account.AccountId && buckets.Exists(target.Bucket);
        if (!ownsSource || !role.MayList(source))
            return $"Could not validate ListBucket permissions for S3URI {job.Input.S3Uri}";
        if (!input.Files.All(file => role.MayGet(source.Bucket, file.Key)))
            return $"Could not validate GetObject permissions for S3URI {job.Input.S3Uri}";
        return ownsTarget && role.MayPut(target.Bucket, target.Key + BatchOutput.ManifestName)
            ? null
            : $"Could not validate PutObject permissions for S3URI {job.Output.S3Uri}";
    }

    private BatchResult Run(ModelInvocationJob job, long records, CancellationToken cancellationToken)
    {
        try
        {
            var role = new ServiceRole(job, authorizer, account);
            if (!role.MayInvokeModel)
                return BatchResult.Fail("Customer doesn't have permissions to invokeModel");
            var input = new BatchInput(buckets, S3Uri.Parse(job.Input.S3Uri));
            var processor = new RecordProcessor(job, buckets, input, role);
            return new BatchOutput(buckets, job, processor, records).Write(input, cancellationToken);
        }
        catch (Exception e) when (e is FormatException or IOException or ArgumentException)
        {
            return BatchResult.Fail(e.Message);
        }
    }
}
