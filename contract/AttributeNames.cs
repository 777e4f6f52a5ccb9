namespace BatchResource.Contract;

/// <summary>The attributes that <c>Fn::GetAtt</c> returns. <c>Ref</c> returns the same as <see cref="JobArn"/>.</summary>
internal static class AttributeNames
{
    /// <summary>The ARN of the job.</summary>
    public const string JobArn = "JobArn";

    /// <summary>The twelve characters at the end of the ARN.</summary>
    public const string JobId = "JobId";

    /// <summary>The job's name: the one in the template, or a generated one.</summary>
    public const string JobName = "JobName";

    /// <summary>The model as Bedrock reports it, usually an ARN.</summary>
    public const string ModelId = "ModelId";

    /// <summary>The job's status at the time when CloudFormation got its answer. It does not show later changes.</summary>
    public const string Status = "Status";

    /// <summary>The time when the job was submitted: ISO 8601, UTC.</summary>
    public const string SubmitTime = "SubmitTime";

    /// <summary>The folder of the results: <c>s3://bucket/prefix/jobId/</c>.</summary>
    public const string OutputS3Uri = "OutputS3Uri";
}
