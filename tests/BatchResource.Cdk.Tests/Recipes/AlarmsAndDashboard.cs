using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk;
using Constructs;

namespace Recipes;

internal sealed class AlarmsAndDashboard : Stack
{
    public AlarmsAndDashboard(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var operators = new Topic(this, "Operators", new TopicProps { EnforceSSL = true });
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results"), "summaries"),
        });

        // Nothing is processed for six hours although records wait.
        var isStuck = job.MetricRecordsPendingProcessing(new MetricOptions { Period = Duration.Hours(1), Statistic = "Minimum" })
            .CreateAlarm(this, "Stuck", new CreateAlarmOptions
            {
                Threshold = 1,
                EvaluationPeriods = 6,
                TreatMissingData = TreatMissingData.NOT_BREACHING,
            });
        isStuck.AddAlarmAction(new SnsAction(operators));

        // The provider could not tell CloudFormation how an event ended.
        var provider = BatchInferenceProvider.GetOrCreate(this).Function;
        provider.MetricErrors().CreateAlarm(this, "ProviderFails", new CreateAlarmOptions { Threshold = 1, EvaluationPeriods = 1 })
            .AddAlarmAction(new SnsAction(operators));

        var dashboard = new Dashboard(this, "Dashboard");
        dashboard.AddWidgets(
            new GraphWidget(new GraphWidgetProps
            {
                Title = "Records and tokens that wait",
                Left = [job.MetricRecordsPendingProcessing()],
                Right = [job.MetricTokensPendingProcessing()],
            }),
            new GraphWidget(new GraphWidgetProps
            {
                Title = "Tokens a minute",
                Left = [job.MetricInputTokensProcessedPerMinute(), job.MetricOutputTokensProcessedPerMinute()],
            }));
    }
}
