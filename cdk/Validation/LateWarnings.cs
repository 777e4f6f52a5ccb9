using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Warns of what shows only when the whole app is there. An aspect, as that is when it is visited.</summary>
internal sealed class LateWarnings(BatchInferenceJob job, JobParts parts) : DeputyBase, IAspect
{
    public void Visit(IConstruct node)
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

        var account = Stack.Of(job).Account;
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
