using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Adds the warnings that need the whole app.</summary>
internal sealed class LateWarnings(BatchInferenceJob job, Stack stack, JobParts parts)
{
    public void Add()
    {
        foreach (var warning in ResultsAsInput.Warnings(job, parts.Input))
        {
            JobWarnings.Add(job, "inputReadsResults", warning);
        }

        foreach (var warning in Foreign())
        {
            JobWarnings.Add(job, "bucketOfAnotherAccount", warning);
        }
    }

    private IEnumerable<string> Foreign()
    {
        if (job.HasGivenPolicies)
        {
            yield break;
        }

        var account = Arns.Of(stack).Account;
        foreach (var (property, owner) in new[] { ("Input", parts.Input.S3BucketOwner), ("Output", parts.Output.S3BucketOwner) })
        {
            if (owner is not null && !string.Equals(owner, account, StringComparison.Ordinal))
            {
                yield return $"{property} is a bucket of account {owner}: its policy, and its key's policy, must allow the job's role too. "
                    + $"The job's {nameof(BatchInferenceJob.RequiredBucketPolicy)} and {nameof(BatchInferenceJob.RequiredKeyPolicy)} "
                    + "return the statements";
            }
        }
    }
}
