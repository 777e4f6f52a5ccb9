using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Warns of what shows only when the whole app is there.</summary>
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
                yield return $"{property} is a bucket of account {owner}: its policy, and its key's, must allow the job's role too. "
                    + $"{nameof(BatchInferenceJob.RequiredBucketPolicy)} and {nameof(BatchInferenceJob.RequiredKeyPolicy)} of the job "
                    + "have the statements";
            }
        }
    }
}
