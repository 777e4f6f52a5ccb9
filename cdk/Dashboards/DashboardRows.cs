using Amazon.CDK.AWS.CloudWatch;

namespace BatchResource.Cdk.Internal;

/// <summary>The rows of a dashboard: one for each model, and one for each provider of the app.</summary>
internal static class DashboardRows
{
    private const double Width = 12;
    private const int LogLines = 20;

    public static IEnumerable<IWidget[]> Of(IReadOnlyList<IBatchInferenceJob> jobs)
    {
        var models = jobs.Select(job => (Id: ModelOf(job), Job: job)).DistinctBy(model => model.Id, StringComparer.Ordinal);
        var providers = jobs.OfType<BatchInferenceJob>().Select(job => job.Provider).OfType<BatchInferenceProvider>().Distinct();
        return [.. models.Select(model => OfModel(model.Id, model.Job)), .. providers.Select(OfProvider)];
    }

    private static string ModelOf(IBatchInferenceJob job) => job.MetricRecordsPendingProcessing().Dimensions!.Values.Single().ToString()!;

    private static IWidget[] OfModel(string model, IBatchInferenceJob job) =>
    [
        Graph($"{model}: waiting records and tokens", [job.MetricRecordsPendingProcessing()], [job.MetricTokensPendingProcessing()]),
        Graph($"{model}: tokens per minute", [job.MetricInputTokensProcessedPerMinute(), job.MetricOutputTokensProcessedPerMinute()], []),
    ];

    private static IWidget[] OfProvider(BatchInferenceProvider provider) =>
    [
        Graph(
            $"{provider.Node.Path}: the provider",
            [provider.Function.MetricInvocations(), provider.Function.MetricErrors(), provider.Function.MetricThrottles()],
            [provider.Function.MetricDuration()]),
        new LogQueryWidget(new LogQueryWidgetProps
        {
            Title = $"{provider.Node.Path}: errors",
            LogGroupNames = [provider.LogGroup.LogGroupName],
            QueryLines =
            [
                "fields @timestamp, event, logicalResourceId, jobArn, reason, failure", "filter level = 'ERROR'",
                "sort @timestamp desc", $"limit {LogLines}",
            ],
            Width = Width,
        }),
    ];

    private static GraphWidget Graph(string title, IMetric[] left, IMetric[] right) =>
        new(new GraphWidgetProps { Title = title, Left = left, Right = right, Width = Width });
}
