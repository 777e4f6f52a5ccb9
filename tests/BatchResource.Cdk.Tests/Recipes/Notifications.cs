using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using BatchResource.Cdk;
using Constructs;
using OnEventOptions = Amazon.CDK.AWS.Events.OnEventOptions;

namespace Recipes;

internal sealed class Notifications : Stack
{
    public Notifications(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(new Bucket(this, "Results", new BucketProps { EnforceSSL = true }), "summaries"),
        });

        // People hear of a failure.
        var people = new Topic(this, "People", new TopicProps { EnforceSSL = true });
        job.OnFailed("Failed", new OnEventOptions
        {
            Target = new SnsTopic(people, new SnsTopicProps
            {
                Message = RuleTargetInput.FromText(
                    $"{EventField.FromPath("$.detail.batchJobName")} failed: {EventField.FromPath("$.detail.failureMessage")}"),
            }),
        });

        // A worker gets the end with results. Several targets on one rule fan out.
        var worker = new Queue(this, "Worker", new QueueProps { EnforceSSL = true });
        var completed = job.OnCompleted("Completed", new OnEventOptions { Target = new SqsQueue(worker) });
        completed.AddTarget(new SnsTopic(people));
    }
}
