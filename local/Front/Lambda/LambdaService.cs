using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Lambda;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.Lambda;

/// <summary>AWS Lambda over its REST protocol: functions are invoked and looked at; stacks make them.</summary>
internal sealed class LambdaService(LambdaHost host, SignatureVerifier verifier) : IAwsService
{
    private const string Root = "/2015-03-31/functions";

    /// <summary>The greatest payload of an invocation.</summary>
    private const int MaximumRequestSize = 6 << 20;

    /// <summary>How much of the log an invocation shows.</summary>
    private const int LogTail = 4096;

    public async Task AnswerAsync(AwsCall call)
    {
        var error = await OperationGuard.RunAsync(call, () => PerformAsync(call));
        if (error is null)
            return;
        call.Http.Response.Headers["x-amzn-ErrorType"] = error.Code;
        var answer = new JsonObject { ["Type"] = error.StatusCode < 500 ? "User" : "Service", ["Message"] = error.Message };
        await JsonBody.WriteAsync(call.Http, error.StatusCode, "application/json", answer);
    }

    private async Task PerformAsync(AwsCall call)
    {
        var request = call.Http.Request;
        var body = await RequestBody.ReadAsync(request, MaximumRequestSize)
            ?? throw new ServiceException(
                413,
                "RequestTooLargeException",
                $"Request must be smaller than {MaximumRequestSize} bytes for the InvokeFunction operation");
        verifier.Verify(request, body);
        var path = call.Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];
        var segments = path.StartsWith(Root, StringComparison.Ordinal)
            ? path[Root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray()
            : null;
        switch (request.Method, segments)
        {
            case ("GET", []):
                call.Operation = "ListFunctions";
                var all = host.Functions.Select(JsonNode (function) => FunctionJson.Configuration(function));
                await SendAsync(call, new() { ["Functions"] = new JsonArray([.. all]) });
                break;
            case ("GET", [var name]):
                call.Operation = "GetFunction";
                await SendAsync(call, FunctionJson.Of(Find(name)));
                break;
            case ("GET", [var name, "configuration"]):
                call.Operation = "GetFunctionConfiguration";
                await SendAsync(call, FunctionJson.Configuration(Find(name)));
                break;
            case ("POST", [var name, "invocations"]):
                call.Operation = "Invoke";
                await InvokeAsync(call, Find(name), body);
                break;
            default:
                call.Operation = $"{request.Method} {path}";
                throw new ServiceException(
                    404,
                    "UnknownOperationException",
                    $"The local AWS does not have {call.Operation} of Lambda: stacks create and change functions");
        }
    }

    private async Task InvokeAsync(AwsCall call, LambdaFunction function, byte[] payload)
    {
        var response = call.Http.Response;
        payload = Checked(payload);
        switch (call.Http.Request.Headers["X-Amz-Invocation-Type"].ToString())
        {
            case "DryRun":
                response.StatusCode = StatusCodes.Status204NoContent;
                return;
            case "Event":
                host.InvokeAsEvent(function.FunctionArn, payload);
                response.StatusCode = StatusCodes.Status202Accepted;
                return;
        }

        var attempt = await host.InvokeAsync(function.FunctionArn, payload, call.Http.RequestAborted);
        response.Headers["x-amz-executed-version"] = "$LATEST";
        response.Headers["x-amzn-RequestId"] = attempt.RequestId;
        if (call.Http.Request.Headers["X-Amz-Log-Type"] == "Tail")
        {
            var lines = host.Logs(function.FunctionArn, attempt.RequestId).Select(line => $"{line.Text}\n");
            var log = Encoding.UTF8.GetBytes(string.Concat(lines));
            response.Headers["x-amz-log-result"] = Convert.ToBase64String(log.AsSpan(Math.Max(0, log.Length - LogTail)));
        }

        var answer = attempt.Response;
        if (attempt.Outcome != InvocationOutcome.Succeeded)
        {
            response.Headers["x-amz-function-error"] = "Unhandled";
            if (answer.IsEmpty)
            {
                var error = new JsonObject { ["errorType"] = attempt.ErrorType, ["errorMessage"] = attempt.ErrorMessage };
                answer = Encoding.UTF8.GetBytes(error.ToJsonString());
            }
        }
        response.ContentType = "application/json";
        response.ContentLength = answer.Length;
        await response.Body.WriteAsync(answer, call.Http.RequestAborted);
    }

    /// <summary>The event that a payload is; an empty object where there is none.</summary>
    /// <exception cref="ServiceException">It is no JSON.</exception>
    private static byte[] Checked(byte[] payload)
    {
        if (payload.Length == 0)
            return "{}"u8.ToArray();
        try
        {
            using var document = JsonDocument.Parse(payload);
            return payload;
        }
        catch (JsonException e)
        {
            throw new ServiceException(400, "InvalidRequestContentException", $"Could not parse request body into json: {e.Message}");
        }
    }

    /// <summary>A function by its name, its ARN or part of one, with or without a version.</summary>
    private LambdaFunction Find(string name)
    {
        var wanted = name.Contains(":function:", StringComparison.Ordinal)
            ? name.Split(":function:")[1].Split(':')[0]
            : name.Split(':')[^1];
        return host.Functions.FirstOrDefault(function => function.FunctionName == wanted || function.FunctionName == name.Split(':')[0])
            ?? throw new ServiceException(404, "ResourceNotFoundException", $"Function not found: {name}");
    }

    private static Task SendAsync(AwsCall call, JsonObject answer) =>
        JsonBody.WriteAsync(call.Http, StatusCodes.Status200OK, "application/json", answer);
}
