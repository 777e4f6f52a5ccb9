using Amazon.Runtime;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Stacks;

/// <summary>What CloudFormation answers: the resource, or a page of events.</summary>
internal sealed class StackReply : AmazonWebServiceResponse
{
    public List<StackEntry> Entries { get; } = [];

    public string? NextToken { get; set; }
}
