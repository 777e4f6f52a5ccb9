using Amazon.CDK;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Amazon.CDK.AWS.SSM;
using BatchResource.Cdk;
using Constructs;
using OnEventOptions = Amazon.CDK.AWS.Events.OnEventOptions;

namespace BatchResource.SampleApp;

/// <summary>
/// The app itself makes the questions. The deployment waits until they are answered, and fails if they are not. Then it publishes where the
/// answers are, and how many. A topic gets a message at each end of a job.
/// </summary>
internal sealed class ReviewedAnswersStack : Stack
{
    private static readonly string[] Subjects = ["returns", "guarantees", "deliveries", "invoices", "repairs", "subscriptions"];
    private static readonly string[] Customers = ["a student", "a hospital", "a shop", "a museum", "a farm"];
    private static readonly string[] Tones = ["friendly", "formal", "brief", "detailed"];

    public ReviewedAnswersStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // You paid for the answers. So the bucket stays when the stack is destroyed, which is the CDK's default.
        var answers = new Bucket(this, "Answers", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
        });
        var news = new Topic(this, "News", new TopicProps { EnforceSSL = true });

        var job = new BatchInferenceJob(this, "Questions", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-lite-v1:0"),
            Input = BatchInferenceInput.FromRecords(Questions()),
            Output = BatchInferenceOutput.ToBucket(answers, "answers"),
            InvocationType = ModelInvocationType.Converse,
            WaitFor = WaitFor.Validated,
        });
        job.OnCompleted("Completed", new OnEventOptions { Target = new SnsTopic(news) });
        job.OnFailed("Failed", new OnEventOptions { Target = new SnsTopic(news) });

        var completion = job.WaitForCompletion(Duration.Hours(12));
        var published = new StringParameter(this, "Published", new StringParameterProps
        {
            Description = "Where the reviewed answers are",
            StringValue = job.OutputS3Uri,
        });
        published.Node.AddDependency(completion);
        _ = new CfnOutput(this, "AnsweredQuestions", new CfnOutputProps { Value = completion.SuccessRecordCount });
    }

    // No randomness and no clock: the same questions mean the same job.
    private static IEnumerable<BatchInferenceRecord> Questions() =>
        from subject in Subjects
        from customer in Customers
        from tone in Tones
        let prompt = $"Write a {tone} answer of three sentences to {customer} who asks how {subject} work in our shop."
        select BatchRecord.Converse(prompt, maxTokens: 200);
}
