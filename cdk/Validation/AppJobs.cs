using System.Runtime.CompilerServices;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>The jobs of an app, for what only shows when all are known.</summary>
internal static class AppJobs
{
    private static readonly ConditionalWeakTable<IConstruct, List<BatchInferenceJob>> ByApp = [];

    public static void Add(BatchInferenceJob job) => ByApp.GetOrCreateValue(job.Node.Root).Add(job);

    public static IEnumerable<BatchInferenceJob> OthersThan(BatchInferenceJob job) =>
        ByApp.GetOrCreateValue(job.Node.Root).Where(other => !ReferenceEquals(other, job));
}
