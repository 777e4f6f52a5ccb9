using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Warns of a job that is kept although the role that it was given goes with the stack: it could not assume the role any more.</summary>
internal static class RoleOfKeptJob
{
    /// <summary>Looks at the template as it will be, when every aspect has run.</summary>
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
                $"the job is kept by its removal policy, and its role {role.Node.Path} is not: the job fails when the role is deleted with the"
                + " stack. Keep the role and its policies too, for example with Role.ApplyRemovalPolicy(RemovalPolicy.RETAIN), or leave Role out");
        }
    }
}
