using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Keeps a job's own role, and the policies that have come to it, for as long as CloudFormation keeps the job (L15b): a job that is
/// retained assumes the role until it ends. Applied from below the job, so that it comes after every aspect that retains the job.
/// </summary>
internal sealed class KeptWithJob(CfnResource job, IConstruct role)
{
    public void Apply()
    {
        if (OnDeletion(job) is not { } policy)
        {
            return;
        }

        foreach (var part in role.Node.FindAll().OfType<CfnResource>())
        {
            part.CfnOptions.DeletionPolicy = policy;
            part.CfnOptions.UpdateReplacePolicy = CfnDeletionPolicy.RETAIN;
        }
    }

    /// <summary>
    /// The role of a job that is replaced leaves the template as that of one that is deleted, so that to keep either is to keep the role.
    /// </summary>
    public static CfnDeletionPolicy? OnDeletion(CfnResource job) => job.CfnOptions switch
    {
        { DeletionPolicy: CfnDeletionPolicy.RETAIN or CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE } options => options.DeletionPolicy,
        { UpdateReplacePolicy: CfnDeletionPolicy.RETAIN } => CfnDeletionPolicy.RETAIN,
        _ => null,
    };
}
