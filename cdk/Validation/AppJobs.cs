using System.Runtime.CompilerServices;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The jobs of an app, for what only shows when all are known.</summary>
internal static class AppJobs
{
    private static readonly ConditionalWeakTable<IConstruct, List<BatchInferenceJob>> ByApp = [];

    private static readonly ConditionalWeakTable<Stack, IConstruct> Roots = [];

    public static void Add(Stack stack, BatchInferenceJob job) => Of(stack).Add(job);

    public static IEnumerable<BatchInferenceJob> OthersThan(BatchInferenceJob job) =>
        Of(job.OwnStack).Where(other => !ReferenceEquals(other, job));

    public static IEnumerable<BatchInferenceJob> In(Stack stack) => Of(stack).Where(job => ReferenceEquals(job.OwnStack, stack));

    private static List<BatchInferenceJob> Of(Stack stack) =>
        ByApp.GetOrCreateValue(Roots.GetValue(stack, static of => of.Node.Root));
}
