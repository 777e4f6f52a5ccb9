using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Validates the jobs of a stack when the app is synthesized: one validation for all, as each costs calls of the CDK. The CDK validates a
/// stack before what is in it, so a job with problems gets a validation of its own in time, and the CDK puts the job's path in front of
/// them.
/// </summary>
internal sealed class StackValidation(Stack stack, IReadOnlyList<BatchInferenceJob> jobs) : DeputyBase, IValidation
{
    public string[] Validate()
    {
        var trust = new RoleTrust(stack);
        foreach (var job in jobs)
        {
            job.Validate(trust);
        }

        ExportedAttributes.Warn(stack, jobs);
        return [];
    }
}
