namespace Amazon.Bedrock.Model;

/// <summary>Starts a batch inference job.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateModelInvocationJob.html</remarks>
public class CreateModelInvocationJobRequest : AmazonBedrockRequest
{
    /// <summary>The idempotency token (1 to 256 characters); a random one when unset.</summary>
    public string ClientRequestToken { get; set; }

    /// <summary>Where the input is. Required.</summary>
    public ModelInvocationJobInputDataConfig InputDataConfig { get; set; }

    /// <summary>The name (1 to 63 characters), not in use by another job. Required.</summary>
    public string JobName { get; set; }

    /// <summary>The id or ARN of the model or inference profile. Required.</summary>
    public string ModelId { get; set; }

    /// <summary>How records are handed to the model; InvokeModel when unset.</summary>
    public ModelInvocationType ModelInvocationType { get; set; }

    /// <summary>Where the results go. Required.</summary>
    public ModelInvocationJobOutputDataConfig OutputDataConfig { get; set; }

    /// <summary>The ARN of the service role. Required.</summary>
    public string RoleArn { get; set; }

    /// <summary>The tags of the job, at most 200; null until set.</summary>
    public List<Tag> Tags { get; set; }

    /// <summary>After how many hours the job times out: 24 to 168.</summary>
    public int? TimeoutDurationInHours { get; set; }

    /// <summary>The network that the job reads its data through.</summary>
    public VpcConfig VpcConfig { get; set; }
}
