using System.Net.Http;
using Amazon.Runtime;
using BatchResource.Provider.Jobs;

namespace BatchResource.Provider.Stacks;

/// <summary>
/// Asks CloudFormation. The client is made for the first question, because most invocations ask nothing. See
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Operations.html">the API reference</see>.
/// </summary>
internal sealed class StackRecord(Func<StackClient> connect) : IStackRecord
{
    private readonly Lazy<StackClient> client = new(connect);

    /// <inheritdoc/>
    public async Task<StackEntry> DescribeAsync(JobEvent request, CancellationToken cancellationToken)
    {
        var reply = await CallAsync(
            "DescribeStackResource",
            new(StringComparer.Ordinal)
            {
                ["StackName"] = request.Owner.StackId,
                ["LogicalResourceId"] = request.Owner.LogicalResourceId,
            },
            cancellationToken);
        return reply.Entries is [var entry] ? entry : throw new StackRecordException("DescribeStackResource described no resource");
    }

    /// <inheritdoc/>
    public async Task<StackEventPage> ListEventsAsync(JobEvent request, string? nextToken, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["StackName"] = request.Owner.StackId };
        if (nextToken is not null)
        {
            parameters["NextToken"] = nextToken;
        }

        var reply = await CallAsync("DescribeStackEvents", parameters, cancellationToken);
        return new StackEventPage(reply.Entries, string.IsNullOrEmpty(reply.NextToken) ? null : reply.NextToken);
    }

    private async Task<StackReply> CallAsync(string action, Dictionary<string, string> parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await client.Value.CallAsync(new StackCall(action, parameters), cancellationToken);
        }
        catch (Exception failure) when (IsFailureOfCall(failure, cancellationToken))
        {
            var cause = failure is AmazonServiceException ? failure : failure.GetBaseException();
            throw new StackRecordException($"{action}: {cause.Message}", failure);
        }
    }

    /// <summary>
    /// Whether the call failed. Otherwise the caller's time has ended. A client that cannot be made is such a failure too.
    /// </summary>
    private static bool IsFailureOfCall(Exception failure, CancellationToken cancellationToken) =>
        failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or ArgumentException
            or TimeoutException or System.Xml.XmlException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);
}
