using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.Logs;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk;
using Constructs;
using MetricOptions = Amazon.CDK.AWS.CloudWatch.MetricOptions;

namespace Recipes;

internal sealed class AlarmsAndDashboard : Stack
{
    public AlarmsAndDashboard(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var operators = new SnsAction(new Topic(this, "Operators", new TopicProps { EnforceSSL = true }));
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
        });

        // Nothing is processed for six hours although records wait.
        job.MetricRecordsPendingProcessing(new MetricOptions { Period = Duration.Hours(1), Statistic = "Minimum" })
            .CreateAlarm(this, "Stuck", new CreateAlarmOptions
            {
                Threshold = 1,
                EvaluationPeriods = 6,
                TreatMissingData = TreatMissingData.NOT_BREACHING,
            })
            .AddAlarmAction(operators);

        // The provider ended with an error, so CloudFormation may not know how an event ended.
        var provider = BatchInferenceProvider.GetOrCreate(this);
        provider.Function.MetricErrors()
            .CreateAlarm(this, "ProviderFails", new CreateAlarmOptions { Threshold = 1, EvaluationPeriods = 1 })
            .AddAlarmAction(operators);

        // The provider says that a person must act.
        foreach (var reported in (string[])["AnswerLost", "UnexpectedFailure", "JobNotAbandoned"])
        {
            provider.LogGroup
                .AddMetricFilter(reported, new MetricFilterOptions
                {
                    FilterPattern = FilterPattern.StringValue("$.event", "=", reported),
                    MetricNamespace = "BatchInference",
                    MetricName = $"{StackName}-{reported}",
                })
                .Metric(new MetricOptions { Statistic = "Sum" })
                .CreateAlarm(this, $"{reported}Alarm", new CreateAlarmOptions
                {
                    Threshold = 1,
                    EvaluationPeriods = 1,
                    TreatMissingData = TreatMissingData.NOT_BREACHING,
                })
                .AddAlarmAction(operators);
        }

        _ = new BatchInferenceDashboard(this, "Dashboard", new BatchInferenceDashboardProps { Jobs = [job] });
    }
}
