using Amazon.CDK;
using Amazon.CDK.AWS.SSM;
using BatchResource.Cdk;
using Constructs;

namespace Examples;

internal sealed class MoveExample : Stack
{
    public MoveExample(Construct scope, string id)
        : base(scope, id)
    {
        // The job that has run: the stack refers to it, and never starts or stops it.
        var old = BatchInferenceJob.FromJobArn(
            this, "Old", "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl");
        _ = new StringParameter(this, "OldJob", new StringParameterProps { StringValue = old.JobArn });

        // The next one, by the definition of the script. Add this when the next run is due: the deployment starts it.
        var definition = BatchInferenceJobDefinition.FromCliJson("create-model-invocation-job.json");
        _ = new BatchInferenceJob(this, "Next", definition.ToProps(this, "Definition"));
    }
}
