using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class EventsExample : Stack
{
    public EventsExample(Construct scope, string id)
        : base(scope, id)
    {
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset("prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
        });
        job.OnFailed("Failed", new OnEventOptions { Target = new SnsTopic(new Topic(this, "News")) });
        job.MetricRecordsPendingProcessing().CreateAlarm(this, "Waiting", new CreateAlarmOptions { Threshold = 10_000, EvaluationPeriods = 12 });
    }
}
