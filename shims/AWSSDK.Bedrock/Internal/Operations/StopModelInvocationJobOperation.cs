#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class StopModelInvocationJobOperation()
    : RestJsonOperation<StopModelInvocationJobRequest, StopModelInvocationJobResponse>(
        "POST", "/model-invocation-job/{jobIdentifier}/stop", "ConflictException", "ResourceNotFoundException")
{
    public static readonly StopModelInvocationJobOperation Instance = new();

    protected override bool HasMembers => false;

    protected override void Write(StopModelInvocationJobRequest input, IRequest request) =>
        Label(request, "jobIdentifier", input.JobIdentifier);

    protected override StopModelInvocationJobResponse Read(JsonElement body) => new();
}
