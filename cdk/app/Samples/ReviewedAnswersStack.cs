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
/// Questions that the app itself makes. The deployment waits until they are answered, fails when they are not, and publishes where the
/// answers are and how many; a topic is told of every end.
/// </summary>
internal sealed class ReviewedAnswersStack : Stack
{
    private static readonly string[] Subjects = ["returns", "guarantees", "deliveries", "invoices", "repairs", "subscriptions"];
    private static readonly string[] Customers = ["a student", "a hospital", "a shop", "a museum", "a farm"];
    private static readonly string[] Tones = ["friendly", "formal", "brief", "detailed"];

    public ReviewedAnswersStack(Construct scope, string id, IStackProps? props = null)
        : base(scope, id, props)
    {
        // Answers are paid for: as is the CDK's default, the bucket stays when the stack is destroyed.
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

    // No randomness and no clock: the same questions are the same job.
    private static IEnumerable<BatchInferenceRecord> Questions() =>
        from subject in Subjects
        from customer in Customers
        from tone in Tones
        let prompt = $"Write a {tone} answer of three sentences to {customer} who asks how {subject} work in our shop."
        select BatchRecord.Converse(prompt, maxTokens: 200);
}
