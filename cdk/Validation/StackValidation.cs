using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Validates all jobs of a stack when the app is synthesized. One validation serves all, because each costs calls to the CDK's process. The
/// CDK validates a stack before its children. So a job with problems gets a validation of its own in time, and the CDK shows the job's path
/// with them.
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
