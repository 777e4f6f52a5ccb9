using System.Text.Json.Nodes;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Ground.Wire;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>A service that speaks AWS's JSON protocol: <c>X-Amz-Target</c> names the operation, and the body is its input.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="operations">The answer of an operation, by the operation's name.</param>
internal sealed class JsonService(
    SignatureVerifier verifier, IReadOnlyDictionary<string, Func<JsonCall, Task<JsonObject>>> operations) : IAwsService
{
    private const int MaximumRequestSize = 4 << 20;

    public async Task AnswerAsync(AwsCall call)
    {
        JsonObject answer = [];
        var error = await OperationGuard.RunAsync(call, async () => answer = await PerformAsync(call));
        if (error is not null)
            answer = new() { ["__type"] = error.Code, ["message"] = error.Message };
        // A refusal is 400 here, whatever other protocols have for it.
        var statusCode = error switch
        {
            null => StatusCodes.Status200OK,
            { StatusCode: < 500 } => StatusCodes.Status400BadRequest,
            _ => error.StatusCode,
        };
        await JsonBody.WriteAsync(call.Http, statusCode, "application/x-amz-json-1.1", answer);
    }

    private async Task<JsonObject> PerformAsync(AwsCall call)
    {
        var target = call.Http.Request.Headers["X-Amz-Target"].ToString();
        call.Operation = target.Split('.')[^1];
        var body = await RequestBody.ReadAsync(call.Http.Request, MaximumRequestSize)
            ?? throw JsonCall.Error("RequestEntityTooLargeException", $"Request size exceeded {MaximumRequestSize} bytes");
        var signer = verifier.Verify(call.Http.Request, body);
        if (!operations.TryGetValue(call.Operation, out var operation))
            throw JsonCall.Error("UnknownOperationException", $"The local AWS does not have the operation \"{target}\" of {call.Service}.");
        return await operation(new(JsonBody.Parse(body), signer.Identity));
    }
}
