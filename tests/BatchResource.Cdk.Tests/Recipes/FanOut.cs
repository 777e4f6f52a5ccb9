using Amazon.CDK;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SQS;
using Amazon.CDK.AWS.StepFunctions;
using Amazon.CDK.AWS.StepFunctions.Tasks;
using BatchResource.Cdk;
using Constructs;
using OnEventOptions = Amazon.CDK.AWS.Events.OnEventOptions;

namespace Recipes;

internal sealed class FanOut : Stack
{
    public FanOut(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });
        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromBucket(Bucket.FromBucketName(this, "Records", "records"), "in/"),
            Output = BatchInferenceOutput.ToBucket(results, "summaries"),
        });

        // Each file of the job's results is a message to the workers. ResultsPrefix is this job's own folder.
        var workers = new Queue(this, "Workers", new QueueProps { EnforceSSL = true });
        var eachFile = new DistributedMap(this, "EachFile", new DistributedMapProps
        {
            ItemReader = new S3ObjectsItemReader(new S3ObjectsItemReaderProps { Bucket = results, Prefix = job.ResultsPrefix }),
            MaxConcurrency = 10,
        });
        eachFile.ItemProcessor(new SqsSendMessage(this, "Send", new SqsSendMessageProps
        {
            Queue = workers,
            MessageBody = TaskInput.FromJsonPathAt("$"),
        }));
        var machine = new StateMachine(this, "Machine", new StateMachineProps
        {
            DefinitionBody = DefinitionBody.FromChainable(eachFile),
            Timeout = Duration.Hours(1),
        });

        // One rule has several targets: the state machine, and a topic for everyone else.
        var lost = new Queue(this, "Lost", new QueueProps { EnforceSSL = true });
        var completed = job.OnCompleted("Completed", new OnEventOptions
        {
            Target = new SfnStateMachine(machine, new SfnStateMachineProps { DeadLetterQueue = lost }),
        });
        completed.AddTarget(new SnsTopic(new Topic(this, "News", new TopicProps { EnforceSSL = true })));
    }
}
