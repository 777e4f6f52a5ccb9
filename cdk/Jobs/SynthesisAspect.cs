using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Does what can be done only when the whole app is there. One aspect for all jobs of a stack: an object that the CDK calls back is a call
/// to its process to make.
/// </summary>
internal sealed class SynthesisAspect : DeputyBase, Amazon.CDK.IAspect
{
    private readonly Dictionary<IConstruct, IReadOnlyList<Action>> actions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Does these when the aspects of the construct are visited.</summary>
    public void Watch(IConstruct construct, IReadOnlyList<Action> whenVisited)
    {
        actions.Add(construct, whenVisited);
        Amazon.CDK.Aspects.Of(construct).Add(this);
    }

    public void Visit(IConstruct node)
    {
        foreach (var action in actions[node])
        {
            action();
        }
    }
}
