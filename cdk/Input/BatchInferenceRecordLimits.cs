namespace BatchResource.Cdk;

/// <summary>
/// What the records of local files are held to when the app is synthesized, where it differs from AWS's defaults for the model. Bedrock
/// applies the quotas of the account, minutes after the deployment; see
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html">Quotas for Amazon Bedrock</see>.
/// </summary>
public sealed record BatchInferenceRecordLimits
{
    /// <summary>The fewest records of a job. Default: 100.</summary>
    public long? MinimumRecords { get; init; }

    /// <summary>The most records of a job. Default: the model's, 100,000.</summary>
    public long? MaximumRecords { get; init; }

    /// <summary>The largest file, in bytes. Default: 1 GiB. Records of the app, and of a folder, become one file.</summary>
    public long? MaximumFileSize { get; init; }
}
