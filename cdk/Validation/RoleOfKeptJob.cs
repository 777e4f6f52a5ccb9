using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Warns about a job that is kept while its role is deleted with the stack. Such a job could not assume the role any more.
/// </summary>
internal static class RoleOfKeptJob
{
    /// <summary>Looks at the final template, after every aspect.</summary>
    public static void Warn(Construct job, CfnResource resource, IRole role)
    {
        if (KeptWithJob.OnDeletion(resource) is null)
        {
            return;
        }

        var stack = Stack.Of(job);
        var isLost = role.Node.FindAll().OfType<CfnResource>().Any(part =>
            ReferenceEquals(Stack.Of(part), stack)
            && part.CfnOptions.DeletionPolicy is not (CfnDeletionPolicy.RETAIN or CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE));
        if (isLost)
        {
            JobWarnings.Add(
                job,
                "roleOfKeptJob",
                $"the job's removal policy keeps the job, but its role {role.Node.Path} is deleted with the stack, and then the job "
                + "fails: keep the role and its policies too, for example with Role.ApplyRemovalPolicy(RemovalPolicy.RETAIN), or "
                + "leave out Role");
        }
    }
}
