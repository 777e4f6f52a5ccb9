using Amazon.CDK;

namespace BatchResource.Cdk;

/// <summary>An Amazon Bedrock batch inference job: one of this stack, or one that exists already.</summary>
public interface IBatchInferenceJob : IResource
{
    /// <summary>The job's ARN: <c>arn:PARTITION:bedrock:REGION:ACCOUNT:model-invocation-job/ID</c>.</summary>
    string JobArn { get; }

    /// <summary>The twelve characters at the end of the ARN.</summary>
    string JobId { get; }
}
