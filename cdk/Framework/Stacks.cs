using System.Runtime.CompilerServices;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds the stack of a construct. Each question is a call to the CDK's process, so it asks once for each scope.</summary>
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
