using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Keeps a job's own role and its policies for as long as CloudFormation keeps the job (L15b): a retained job assumes the role until it
/// ends. It runs on a child of the job, so after every aspect that retains the job.
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
    /// The deletion policy for the role. When a job is replaced, its role leaves the template just as when the job is deleted. So if either
    /// keeps the job, the role must be kept.
    /// </summary>
    public static CfnDeletionPolicy? OnDeletion(CfnResource job) => job.CfnOptions switch
    {
        { DeletionPolicy: CfnDeletionPolicy.RETAIN or CfnDeletionPolicy.RETAIN_EXCEPT_ON_CREATE } options => options.DeletionPolicy,
        { UpdateReplacePolicy: CfnDeletionPolicy.RETAIN } => CfnDeletionPolicy.RETAIN,
        _ => null,
    };
}
