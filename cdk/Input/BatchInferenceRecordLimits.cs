namespace BatchResource.Cdk;

/// <summary>
/// The limits for local records, if they differ from AWS's defaults for the model. They are checked when the app is synthesized. Bedrock
/// checks the quotas of the account some minutes after the deployment. See
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/quotas.html">Quotas for Amazon Bedrock</see>.
/// </summary>
public sealed record BatchInferenceRecordLimits
{
    /// <summary>The fewest records of a job. Default: 100.</summary>
    public long? MinimumRecords { get; init; }

    /// <summary>The most records of a job. Default: the model's quota, 100,000.</summary>
    public long? MaximumRecords { get; init; }

    /// <summary>
    /// The largest file, in bytes. Default: 1 GiB. The records of a folder become one file. So do the records that the app makes.
    /// </summary>
    public long? MaximumFileSize { get; init; }
}
