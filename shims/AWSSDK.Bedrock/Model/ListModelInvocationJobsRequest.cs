namespace Amazon.Bedrock.Model;

/// <summary>Lists batch inference jobs.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelInvocationJobs.html</remarks>
public class ListModelInvocationJobsRequest : AmazonBedrockRequest
{
    /// <summary>The size of a page: 1 to 1,000.</summary>
    public int? MaxResults { get; set; }

    /// <summary>Only jobs whose name contains this.</summary>
    public string NameContains { get; set; }

    /// <summary>The token of the next page.</summary>
    public string NextToken { get; set; }

    /// <summary>What to sort by.</summary>
    public SortJobsBy SortBy { get; set; }

    /// <summary>The direction to sort in.</summary>
    public SortOrder SortOrder { get; set; }

    /// <summary>Only jobs in this state.</summary>
    public ModelInvocationJobStatus StatusEquals { get; set; }

    /// <summary>Only jobs submitted after this time.</summary>
    public DateTime? SubmitTimeAfter { get; set; }

    /// <summary>Only jobs submitted before this time.</summary>
    public DateTime? SubmitTimeBefore { get; set; }
}
