using System.Text.Json.Nodes;
using BatchResource.Local.Ground.Wire;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>Answers for services that the local AWS does not have, in the words for an unknown operation.</summary>
internal sealed class UnknownService : IAwsService
{
    public async Task AnswerAsync(AwsCall call)
    {
        var request = call.Http.Request;
        var target = request.Headers["X-Amz-Target"].ToString();
        call.Operation = target.Length > 0 ? target.Split('.')[^1] : $"{request.Method} {request.Path}";
        call.ErrorCode = "UnknownOperationException";
        var message = $"The local AWS does not have the service {call.Service}, so {call.Operation} does nothing.";
        call.Http.Response.Headers["x-amzn-ErrorType"] = call.ErrorCode;
        await JsonBody.WriteAsync(
            call.Http,
            StatusCodes.Status404NotFound,
            "application/json",
            new JsonObject { ["__type"] = call.ErrorCode, ["message"] = message });
    }
}
