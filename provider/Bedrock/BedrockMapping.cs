using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BatchResource.Contract;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Bedrock;

/// <summary>Maps the rules' types to the SDK's requests, and the SDK's responses back.</summary>
internal static class BedrockMapping
{
    public static CreateModelInvocationJobRequest ToRequest(NewJob job)
    {
        var definition = job.Definition;
        var request = new CreateModelInvocationJobRequest
        {
            ClientRequestToken = job.Token,
            JobName = job.Name,
            RoleArn = definition.RoleArn,
            ModelId = definition.ModelId,
            InputDataConfig = ToInput(definition.Input),
            OutputDataConfig = ToOutput(definition.Output),
            TimeoutDurationInHours = definition.TimeoutDurationInHours,
        };
        if (definition.ModelInvocationType is { } invocationType)
        {
            request.ModelInvocationType = invocationType;
        }

        if (definition.Vpc is { } vpc)
        {
            request.VpcConfig = new VpcConfig { SubnetIds = [.. vpc.SubnetIds], SecurityGroupIds = [.. vpc.SecurityGroupIds] };
        }

        if (job.Tags.Count > 0)
        {
            request.Tags = ToTags(job.Tags);
        }

        return request;
    }

    public static List<Tag> ToTags(IReadOnlyDictionary<string, string> tags)
    {
        var list = new List<Tag>(tags.Count);
        foreach (var (key, value) in tags)
        {
            list.Add(new Tag { Key = key, Value = value });
        }

        return list;
    }

    public static Dictionary<string, string> FromTags(List<Tag>? tags)
    {
        var dictionary = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in tags ?? [])
        {
            dictionary[tag.Key] = tag.Value ?? string.Empty;
        }

        return dictionary;
    }

    public static Job FromGet(GetModelInvocationJobResponse job) => new()
    {
        Arn = ArnOf(job.JobArn),
        Name = job.JobName ?? string.Empty,
        Status = StatusOf(job.Status),
        Message = job.Message,
        ClientRequestToken = job.ClientRequestToken,
        ModelId = job.ModelId ?? string.Empty,
        SubmitTime = TimeOf(job.SubmitTime),
        RoleArn = job.RoleArn,
        InputS3Uri = job.InputDataConfig?.S3InputDataConfig?.S3Uri,
        EndedAt = TimeOf(job.EndTime ?? job.LastModifiedTime),
        Records = RecordsOf(job),
        OutputS3Uri = job.OutputDataConfig?.S3OutputDataConfig?.S3Uri ?? string.Empty,
    };

    public static Job FromSummary(ModelInvocationJobSummary job) => new()
    {
        Arn = ArnOf(job.JobArn),
        Name = job.JobName ?? string.Empty,
        Status = StatusOf(job.Status),
        Message = job.Message,
        ClientRequestToken = job.ClientRequestToken,
        ModelId = job.ModelId ?? string.Empty,
        SubmitTime = TimeOf(job.SubmitTime),
        RoleArn = job.RoleArn,
        InputS3Uri = job.InputDataConfig?.S3InputDataConfig?.S3Uri,
        EndedAt = TimeOf(job.EndTime ?? job.LastModifiedTime),
        OutputS3Uri = job.OutputDataConfig?.S3OutputDataConfig?.S3Uri ?? string.Empty,
    };

    /// <exception cref="InvalidDataException">Bedrock's answer has no ARN of a job.</exception>
    public static JobArn ArnOf(string? arn) =>
        JobArn.TryParse(arn) ?? throw new InvalidDataException("the answer has no ARN of a model invocation job");

    /// <summary>One count is enough to know that Bedrock counts. Then a count that it leaves out is 0.</summary>
    private static RecordCounts? RecordsOf(GetModelInvocationJobResponse job) =>
        job is { TotalRecordCount: null, ProcessedRecordCount: null, SuccessRecordCount: null, ErrorRecordCount: null }
            ? null
            : new RecordCounts(
                job.TotalRecordCount ?? 0, job.ProcessedRecordCount ?? 0, job.SuccessRecordCount ?? 0, job.ErrorRecordCount ?? 0);

    private static JobStatus StatusOf(ModelInvocationJobStatus? status) =>
        status?.Value is { } name ? new JobStatus(name) : JobStatus.Submitted;

    private static DateTimeOffset? TimeOf(DateTime? time) =>
        time is { } value ? new DateTimeOffset(value.ToUniversalTime(), TimeSpan.Zero) : null;

    private static ModelInvocationJobInputDataConfig ToInput(S3Input input)
    {
        var s3 = new ModelInvocationJobS3InputDataConfig { S3Uri = input.S3Uri, S3BucketOwner = input.S3BucketOwner };
        if (input.S3InputFormat is { } format)
        {
            s3.S3InputFormat = format;
        }

        return new ModelInvocationJobInputDataConfig { S3InputDataConfig = s3 };
    }

    private static ModelInvocationJobOutputDataConfig ToOutput(S3Output output) => new()
    {
        S3OutputDataConfig = new ModelInvocationJobS3OutputDataConfig
        {
            S3Uri = output.S3Uri,
            S3EncryptionKeyId = output.S3EncryptionKeyId,
            S3BucketOwner = output.S3BucketOwner,
        },
    };
}
