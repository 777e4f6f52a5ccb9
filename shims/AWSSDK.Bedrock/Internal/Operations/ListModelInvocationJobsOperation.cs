#nullable enable
using System.Globalization;
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class ListModelInvocationJobsOperation()
    : RestJsonOperation<ListModelInvocationJobsRequest, ListModelInvocationJobsResponse>("GET", "/model-invocation-jobs")
{
    public static readonly ListModelInvocationJobsOperation Instance = new();

    protected override void Write(ListModelInvocationJobsRequest input, IRequest request)
    {
        request.UseQueryString = true;
        Query(request, "maxResults", input.MaxResults?.ToString(CultureInfo.InvariantCulture));
        Query(request, "nameContains", input.NameContains);
        Query(request, "nextToken", input.NextToken);
        Query(request, "sortBy", input.SortBy?.Value);
        Query(request, "sortOrder", input.SortOrder?.Value);
        Query(request, "statusEquals", input.StatusEquals?.Value);
        Query(request, "submitTimeAfter", StringUtils.FromDateTimeToISO8601WithOptionalMs(input.SubmitTimeAfter));
        Query(request, "submitTimeBefore", StringUtils.FromDateTimeToISO8601WithOptionalMs(input.SubmitTimeBefore));
    }

    protected override ListModelInvocationJobsResponse Read(JsonElement body) => new()
    {
        InvocationJobSummaries = body.List("invocationJobSummaries", static job => JobShapes.Read(job, new ModelInvocationJobSummary())),
        NextToken = body.Text("nextToken"),
    };

    private static void Query(IRequest request, string name, string? value)
    {
        if (value is not null)
            request.Parameters.Add(name, value);
    }
}
