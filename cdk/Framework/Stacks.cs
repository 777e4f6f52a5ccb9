using System.Runtime.CompilerServices;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds the stack of a construct. Asking the CDK is a call to its process, so it is asked once for each scope.</summary>
internal static class Stacks
{
    private static readonly ConditionalWeakTable<IConstruct, Stack> ByScope = [];

    public static Stack Of(IConstruct construct) => construct switch
    {
        Stack stack => stack,
        BatchInferenceJob job => job.OwnStack,
        _ => ByScope.GetValue(construct, static of => Stack.Of(of)),
    };
}
