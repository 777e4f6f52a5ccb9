using Amazon.CDK;
using Amazon.CDK.AWS.Bedrock;
using Amazon.CDK.AWS.Events;
using Amazon.CDK.AWS.Events.Targets;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>The code of the package's README. This file proves that it compiles.</summary>
internal sealed class ReadmeSnippets : Stack
{
    public ReadmeSnippets(Construct scope, string id)
        : base(scope, id)
    {
        var results = new Bucket(this, "Results", new BucketProps { EnforceSSL = true });

        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel("amazon.nova-micro-v1:0"),
            Input = BatchInferenceInput.FromAsset("prompts.jsonl"),
            Output = BatchInferenceOutput.ToBucket(results, "summaries"),
        });

        _ = new CfnOutput(this, "JobArn", new CfnOutputProps { Value = job.JobArn });
        WhenItIsDone(job, new Topic(this, "Topic"), new AccountRootPrincipal());
        WhatYouHaveAlready();
    }

    public static BatchInferenceModel[] Models(string profileArn, string customModelArn)
    {
        var haiku = FoundationModelIdentifier.ANTHROPIC_CLAUDE_3_HAIKU_20240307_V1_0;
        var foundation = BatchInferenceModel.FromFoundationModel(haiku);
        var crossRegion = BatchInferenceModel.FromInferenceProfile(InferenceProfileGeography.EU, haiku);
        var application = BatchInferenceModel.FromApplicationInferenceProfile(profileArn, crossRegion);
        var custom = BatchInferenceModel.FromCustomModel(customModelArn);
        return [foundation, crossRegion, application, custom];
    }

    public static BatchInferenceInput[] Records(IBucket bucket, IEnumerable<string> questions)
    {
        var oneFile = BatchInferenceInput.FromAsset("prompts.jsonl");
        var everyFile = BatchInferenceInput.FromAsset("prompts/", new BatchInferenceRecordLimits { MaximumRecords = 200_000 });
        var inS3 = BatchInferenceInput.FromBucket(bucket, "incoming/");
        var made = BatchInferenceInput.FromRecords(questions.Select(question => BatchRecord.Nova(question, maxTokens: 200)));
        var ofSeveralJobs = everyFile.Split(50_000);
        return [oneFile, everyFile, inS3, made, .. ofSeveralJobs];
    }

    public static void OfAnotherAccount(BatchInferenceJob job, IBucket bucket)
    {
        foreach (var statement in job.RequiredBucketPolicy(bucket))
        {
            bucket.AddToResourcePolicy(statement);
        }
    }

    private void WhenItIsDone(BatchInferenceJob job, ITopic topic, IGrantable reader)
    {
        job.OnFailed("Failed", new OnEventOptions { Target = new SnsTopic(topic) });
        job.GrantReadResults(reader);

        // The deployment waits until the job has completed. If it does not complete, the deployment fails with Bedrock's message.
        var completion = job.WaitForCompletion(Duration.Hours(12));
        _ = new CfnOutput(this, "Answers", new CfnOutputProps { Value = completion.SuccessRecordCount });
    }

    private void WhatYouHaveAlready()
    {
        var definition = BatchInferenceJobDefinition.FromCliJson("create-model-invocation-job.json");
        _ = new BatchInferenceJob(this, "FromCli", definition.ToProps(this, "Definition") with { Timeout = Duration.Hours(48) });
    }
}
