using BatchResource.Local.Bedrock.Api;

namespace BatchResource.Local.Front;

/// <summary>Bedrock's control plane, which answers in its own words.</summary>
internal sealed class BedrockService(BedrockControlPlane bedrock) : IAwsService
{
    public async Task AnswerAsync(AwsCall call)
    {
        call.Operation = await bedrock.AnswerAsync(call.Http);
        call.ErrorCode = call.Http.Response.Headers["x-amzn-ErrorType"] is { Count: > 0 } code ? code.ToString() : null;
    }
}
