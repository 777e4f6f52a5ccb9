using Amazon.Bedrock.Internal;

namespace Amazon.Bedrock.Model;

/// <summary>A batch inference job in a list.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ModelInvocationJobSummary.html</remarks>
public class ModelInvocationJobSummary : IModelInvocationJob
{
    /// <summary>The idempotency token that the job was created with.</summary>
    public string ClientRequestToken { get; set; }

    /// <summary>When the job ended, in UTC; a stopped job has none.</summary>
    public DateTime? EndTime { get; set; }

    /// <summary>How many records failed.</summary>
    public long? ErrorRecordCount { get; set; }

    /// <summary>Where the input is.</summary>
    public ModelInvocationJobInputDataConfig InputDataConfig { get; set; }

    /// <summary>The ARN of the job.</summary>
    public string JobArn { get; set; }

    /// <summary>When the job times out, in UTC.</summary>
    public DateTime? JobExpirationTime { get; set; }

    /// <summary>The name of the job.</summary>
    public string JobName { get; set; }

    /// <summary>When the job last changed, in UTC.</summary>
    public DateTime? LastModifiedTime { get; set; }

    /// <summary>Why the job failed, if it did.</summary>
    public string Message { get; set; }

    /// <summary>The ARN of the model or inference profile.</summary>
    public string ModelId { get; set; }

    /// <summary>How records are handed to the model.</summary>
    public ModelInvocationType ModelInvocationType { get; set; }

    /// <summary>Where the results go.</summary>
    public ModelInvocationJobOutputDataConfig OutputDataConfig { get; set; }

    /// <summary>How many records were processed.</summary>
    public long? ProcessedRecordCount { get; set; }

    /// <summary>The ARN of the service role.</summary>
    public string RoleArn { get; set; }

    /// <summary>The state of the job.</summary>
    public ModelInvocationJobStatus Status { get; set; }

    /// <summary>When the job was submitted, in UTC.</summary>
    public DateTime? SubmitTime { get; set; }

    /// <summary>How many records succeeded.</summary>
    public long? SuccessRecordCount { get; set; }

    /// <summary>After how many hours the job times out.</summary>
    public int? TimeoutDurationInHours { get; set; }

    /// <summary>How many records the input has.</summary>
    public long? TotalRecordCount { get; set; }

    /// <summary>The network that the job reads its data through.</summary>
    public VpcConfig VpcConfig { get; set; }
}
