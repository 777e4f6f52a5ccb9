namespace Amazon.Bedrock.Model;

public class CreateModelInvocationJobRequest : AmazonBedrockRequest
{
    public extern List<Tag> Tags { get; set; }
    public extern ModelInvocationJobInputDataConfig InputDataConfig { get; set; }
    public extern ModelInvocationJobOutputDataConfig OutputDataConfig { get; set; }
    public extern ModelInvocationType ModelInvocationType { get; set; }
    public extern VpcConfig VpcConfig { get; set; }
    public extern int? TimeoutDurationInHours { get; set; }
    public extern CreateModelInvocationJobRequest();
    public extern string ClientRequestToken { get; set; }
    public extern string JobName { get; set; }
    public extern string ModelId { get; set; }
    public extern string RoleArn { get; set; }
}

public class CreateModelInvocationJobResponse : AmazonWebServiceResponse
{
    public extern CreateModelInvocationJobResponse();
    public extern string JobArn { get; set; }
}

public class GetModelInvocationJobRequest : AmazonBedrockRequest
{
    public extern GetModelInvocationJobRequest();
    public extern string JobIdentifier { get; set; }
}

public class GetModelInvocationJobResponse : AmazonWebServiceResponse
{
    public extern DateTime? EndTime { get; set; }
    public extern DateTime? JobExpirationTime { get; set; }
    public extern DateTime? LastModifiedTime { get; set; }
    public extern DateTime? SubmitTime { get; set; }
    public extern ModelInvocationJobInputDataConfig InputDataConfig { get; set; }
    public extern ModelInvocationJobOutputDataConfig OutputDataConfig { get; set; }
    public extern ModelInvocationJobStatus Status { get; set; }
    public extern ModelInvocationType ModelInvocationType { get; set; }
    public extern VpcConfig VpcConfig { get; set; }
    public extern int? TimeoutDurationInHours { get; set; }
    public extern long? ErrorRecordCount { get; set; }
    public extern long? ProcessedRecordCount { get; set; }
    public extern long? SuccessRecordCount { get; set; }
    public extern long? TotalRecordCount { get; set; }
    public extern GetModelInvocationJobResponse();
    public extern string ClientRequestToken { get; set; }
    public extern string JobArn { get; set; }
    public extern string JobName { get; set; }
    public extern string Message { get; set; }
    public extern string ModelId { get; set; }
    public extern string RoleArn { get; set; }
}

public class ListModelInvocationJobsRequest : AmazonBedrockRequest
{
    public extern DateTime? SubmitTimeAfter { get; set; }
    public extern DateTime? SubmitTimeBefore { get; set; }
    public extern ModelInvocationJobStatus StatusEquals { get; set; }
    public extern SortJobsBy SortBy { get; set; }
    public extern SortOrder SortOrder { get; set; }
    public extern int? MaxResults { get; set; }
    public extern ListModelInvocationJobsRequest();
    public extern string NameContains { get; set; }
    public extern string NextToken { get; set; }
}

public class ListModelInvocationJobsResponse : AmazonWebServiceResponse
{
    public extern List<ModelInvocationJobSummary> InvocationJobSummaries { get; set; }
    public extern ListModelInvocationJobsResponse();
    public extern string NextToken { get; set; }
}

public class ListTagsForResourceRequest : AmazonBedrockRequest
{
    public extern ListTagsForResourceRequest();
    public extern string ResourceARN { get; set; }
}

public class ListTagsForResourceResponse : AmazonWebServiceResponse
{
    public extern List<Tag> Tags { get; set; }
    public extern ListTagsForResourceResponse();
}

public class ModelInvocationJobInputDataConfig
{
    public extern ModelInvocationJobS3InputDataConfig S3InputDataConfig { get; set; }
    public extern ModelInvocationJobInputDataConfig();
}

public class ModelInvocationJobOutputDataConfig
{
    public extern ModelInvocationJobS3OutputDataConfig S3OutputDataConfig { get; set; }
    public extern ModelInvocationJobOutputDataConfig();
}

public class ModelInvocationJobS3InputDataConfig
{
    public extern S3InputFormat S3InputFormat { get; set; }
    public extern ModelInvocationJobS3InputDataConfig();
    public extern string S3BucketOwner { get; set; }
    public extern string S3Uri { get; set; }
}

public class ModelInvocationJobS3OutputDataConfig
{
    public extern ModelInvocationJobS3OutputDataConfig();
    public extern string S3BucketOwner { get; set; }
    public extern string S3EncryptionKeyId { get; set; }
    public extern string S3Uri { get; set; }
}

public class ModelInvocationJobSummary
{
    public extern DateTime? EndTime { get; set; }
    public extern DateTime? JobExpirationTime { get; set; }
    public extern DateTime? LastModifiedTime { get; set; }
    public extern DateTime? SubmitTime { get; set; }
    public extern ModelInvocationJobInputDataConfig InputDataConfig { get; set; }
    public extern ModelInvocationJobOutputDataConfig OutputDataConfig { get; set; }
    public extern ModelInvocationJobStatus Status { get; set; }
    public extern ModelInvocationType ModelInvocationType { get; set; }
    public extern VpcConfig VpcConfig { get; set; }
    public extern int? TimeoutDurationInHours { get; set; }
    public extern long? ErrorRecordCount { get; set; }
    public extern long? ProcessedRecordCount { get; set; }
    public extern long? SuccessRecordCount { get; set; }
    public extern long? TotalRecordCount { get; set; }
    public extern ModelInvocationJobSummary();
    public extern string ClientRequestToken { get; set; }
    public extern string JobArn { get; set; }
    public extern string JobName { get; set; }
    public extern string Message { get; set; }
    public extern string ModelId { get; set; }
    public extern string RoleArn { get; set; }
}

public class StopModelInvocationJobRequest : AmazonBedrockRequest
{
    public extern StopModelInvocationJobRequest();
    public extern string JobIdentifier { get; set; }
}

public class StopModelInvocationJobResponse : AmazonWebServiceResponse
{
    public extern StopModelInvocationJobResponse();
}

public class Tag
{
    public extern Tag();
    public extern string Key { get; set; }
    public extern string Value { get; set; }
}

public class TagResourceRequest : AmazonBedrockRequest
{
    public extern List<Tag> Tags { get; set; }
    public extern TagResourceRequest();
    public extern string ResourceARN { get; set; }
}

public class TagResourceResponse : AmazonWebServiceResponse
{
    public extern TagResourceResponse();
}

public class UntagResourceRequest : AmazonBedrockRequest
{
    public extern List<string> TagKeys { get; set; }
    public extern UntagResourceRequest();
    public extern string ResourceARN { get; set; }
}

public class UntagResourceResponse : AmazonWebServiceResponse
{
    public extern UntagResourceResponse();
}

public class VpcConfig
{
    public extern List<string> SecurityGroupIds { get; set; }
    public extern List<string> SubnetIds { get; set; }
    public extern VpcConfig();
}
