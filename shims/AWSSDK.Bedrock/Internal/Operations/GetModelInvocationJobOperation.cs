#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class GetModelInvocationJobOperation()
    : RestJsonOperation<GetModelInvocationJobRequest, GetModelInvocationJobResponse>(
        "GET", "/model-invocation-job/{jobIdentifier}", "ResourceNotFoundException")
{
    public static readonly GetModelInvocationJobOperation Instance = new();

    protected override void Write(GetModelInvocationJobRequest input, IRequest request) =>
        Label(request, "jobIdentifier", input.JobIdentifier);

    protected override GetModelInvocationJobResponse Read(JsonElement body) =>
        JobShapes.Read(body, new GetModelInvocationJobResponse());
}
