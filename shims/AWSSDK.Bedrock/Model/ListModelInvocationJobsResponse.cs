using Amazon.Runtime;

namespace Amazon.Bedrock.Model;

/// <summary>A page of batch inference jobs.</summary>
public class ListModelInvocationJobsResponse : AmazonWebServiceResponse
{
    /// <summary>The jobs; null when the answer has none.</summary>
    public List<ModelInvocationJobSummary> InvocationJobSummaries { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string NextToken { get; set; }
}
