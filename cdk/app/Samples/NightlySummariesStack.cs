using Amazon.CDK;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.SSM;
using BatchResource.Cdk;
using Constructs;

namespace BatchResource.SampleApp;

/// <summary>
/// Summarizes a file of support tickets from this folder. If you change the file, the model or the revision and deploy again, a new job
/// runs. If you change a tag, the same job goes on.
/// </summary>
internal sealed class NightlySummariesStack : Stack
{
    public NightlySummariesStack(Construct scope, string id, SampleSettings settings, IStackProps? props = null)
        : base(scope, id, props)
    {
        // You paid for the results. So the bucket stays when the stack is destroyed, which is the CDK's default.
        var results = new Bucket(this, "Results", new BucketProps
        {
            BlockPublicAccess = BlockPublicAccess.BLOCK_ALL,
            EnforceSSL = true,
        });

        var job = new BatchInferenceJob(this, "Summaries", new BatchInferenceJobProps
        {
            Model = BatchInferenceModel.FromFoundationModel(settings.ModelId),
            Input = BatchInferenceInput.FromAsset(SampleFiles.PathOf("support-tickets.jsonl")),
            Output = BatchInferenceOutput.ToBucket(results, "summaries"),
            Revision = settings.Revision,
        });
        Amazon.CDK.Tags.Of(job).Add("team", settings.Team);

        // Programs that use the results find the job here.
        _ = new StringParameter(this, "JobArnParameter", new StringParameterProps
        {
            Description = "The batch inference job that wrote the latest summaries",
            StringValue = job.JobArn,
        });
        _ = new CfnOutput(this, "JobArn", new CfnOutputProps { Value = job.JobArn });
        _ = new CfnOutput(this, "ResultsUri", new CfnOutputProps { Value = job.OutputS3Uri });
    }
}
