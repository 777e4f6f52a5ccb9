using System.Runtime.CompilerServices;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The jobs of an app. Some problems show only when all jobs are known.</summary>
internal static class AppJobs
{
    private static readonly ConditionalWeakTable<IConstruct, List<BatchInferenceJob>> ByApp = [];
    private static readonly ConditionalWeakTable<Stack, StackJobs> ByStack = [];

    public static void Add(Stack stack, BatchInferenceJob job)
    {
        Of(stack).Jobs.Add(job);
        OfApp(stack).Add(job);
    }

    /// <summary>What the jobs of a stack share.</summary>
    public static StackJobs Of(Stack stack) => ByStack.GetValue(stack, static of => new StackJobs(of));

    public static IEnumerable<BatchInferenceJob> OthersThan(BatchInferenceJob job) =>
        OfApp(job.OwnStack).Where(other => !ReferenceEquals(other, job));

    private static List<BatchInferenceJob> OfApp(Stack stack) => ByApp.GetOrCreateValue(Of(stack).Root);
}
