using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>The job that was started.</summary>
public class CreateModelInvocationJobResponse : AmazonWebServiceResponse
{
    /// <summary>The ARN of the job.</summary>
    public string JobArn { get; set; }
}
