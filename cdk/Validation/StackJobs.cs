using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The jobs of a stack, and the objects that they share.</summary>
internal sealed class StackJobs
{
    public StackJobs(Stack stack)
    {
        var node = stack.Node;
        Root = node.Root;
        CreatedRoles = new CreatedRolePolicies(node);
        node.AddValidation(new StackValidation(stack, Jobs));
    }

    /// <summary>The app.</summary>
    public IConstruct Root { get; }

    public List<BatchInferenceJob> Jobs { get; } = [];

    public SynthesisAspect Aspect { get; } = new();

    public CreatedRolePolicies CreatedRoles { get; }
}
