using Amazon.Bedrock.Model;

namespace Amazon.Bedrock.Internal;

/// <summary>What Get and List both tell about a job, so that one reader serves them.</summary>
internal interface IModelInvocationJob
{
    string ClientRequestToken { set; }
    DateTime? EndTime { set; }
    long? ErrorRecordCount { set; }
    ModelInvocationJobInputDataConfig InputDataConfig { set; }
    string JobArn { set; }
    DateTime? JobExpirationTime { set; }
    string JobName { set; }
    DateTime? LastModifiedTime { set; }
    string Message { set; }
    string ModelId { set; }
    ModelInvocationType ModelInvocationType { set; }
    ModelInvocationJobOutputDataConfig OutputDataConfig { set; }
    long? ProcessedRecordCount { set; }
    string RoleArn { set; }
    ModelInvocationJobStatus Status { set; }
    DateTime? SubmitTime { set; }
    long? SuccessRecordCount { set; }
    int? TimeoutDurationInHours { set; }
    long? TotalRecordCount { set; }
    VpcConfig VpcConfig { set; }
}
