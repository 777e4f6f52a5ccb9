using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Runs actions that need the whole app. All jobs of a stack share one aspect, because making an object that the CDK calls back costs a
/// call to its process.
/// </summary>
internal sealed class SynthesisAspect : DeputyBase, Amazon.CDK.IAspect
{
    private readonly Dictionary<IConstruct, IReadOnlyList<Action>> actions = new(ReferenceEqualityComparer.Instance);

    /// <summary>Runs the actions when the aspects of the construct are visited.</summary>
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
