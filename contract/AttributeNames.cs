namespace BatchResource.Contract;

/// <summary>What <c>Fn::GetAtt</c> can ask of the resource. <c>Ref</c> returns the same as <see cref="JobArn"/>.</summary>
internal static class AttributeNames
{
    /// <summary>The ARN of the job.</summary>
    public const string JobArn = "JobArn";

    /// <summary>The twelve characters at the end of the ARN.</summary>
    public const string JobId = "JobId";

    /// <summary>The job's name, given or generated.</summary>
    public const string JobName = "JobName";

    /// <summary>The model as Bedrock reports it, usually an ARN.</summary>
    public const string ModelId = "ModelId";

    /// <summary>The job's status when CloudFormation was answered; it is not followed afterwards.</summary>
    public const string Status = "Status";

    /// <summary>When the job was submitted: ISO 8601, UTC.</summary>
    public const string SubmitTime = "SubmitTime";

    /// <summary>Where the results land: <c>s3://bucket/prefix/jobId/</c>.</summary>
    public const string OutputS3Uri = "OutputS3Uri";
}
