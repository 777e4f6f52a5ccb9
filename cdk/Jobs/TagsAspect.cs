using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Writes a job's tags into its properties. CloudFormation does not hand the stack's tags to a custom resource, and the CDK renders
/// tags only into resources of its own. It is added to the resource, below the job, so that it runs after every aspect that tags the job.
/// </summary>
internal sealed class TagsAspect(CfnResource resource, TagManager tags) : DeputyBase, IAspect
{
    public void Visit(IConstruct node)
    {
        var values = tags.TagValues();
        if (values.Count > 0)
        {
            resource.AddPropertyOverride(PropertyNames.Tags, TagList.Of(values));
        }
    }
}
