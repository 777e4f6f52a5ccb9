using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Does what can be done only when the whole app is there: one aspect for all of it, as each costs calls of the CDK.</summary>
internal sealed class SynthesisAspect(IReadOnlyList<Action> actions) : DeputyBase, Amazon.CDK.IAspect
{
    public void Visit(IConstruct node)
    {
        foreach (var action in actions)
        {
            action();
        }
    }
}
