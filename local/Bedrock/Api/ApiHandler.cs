using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock.Operations;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace BatchResource.Local.Bedrock.Api;

/// <summary>
/// Answers one HTTP request: route, signature, input, constraints, permissions, effect, with faults on either side of it.
/// </summary>
internal sealed class ApiHandler(BedrockOptions options, IReadOnlyDictionary<string, IOperation> operations, CallLog log)
{
    /// <summary>Far above any valid request: names, a few URIs, 200 tags.</summary>
    private const int MaximumRequestSize = 1 << 20;

    private readonly ServiceModel model = ServiceModel.Bedrock;
    private readonly InputReader reader = new(ServiceModel.Bedrock);
    private readonly ConstraintValidator validator = new(ServiceModel.Bedrock);
    private readonly SignatureVerifier verifier = new(options.Credentials, options.Account.Region, "bedrock", options.WallClock);

    /// <summary>Answers a request.</summary>
    /// <returns>The operation, or null when there is none such.</returns>
    public async Task<string?> HandleAsync(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers[Reply.RequestIdHeader] = requestId;
        var number = log.NextNumber();
        var route = Route.Find(model, http.Request.Method, RawPath(http));
        IssuedCredentials? caller = null;
        try
        {
            var reply = await DecideAsync();
            var recorded = new RecordedCall(
                number, route?.Operation.Name, caller?.Identity.Arn, reply.StatusCode, reply.ErrorCode, options.Clock.GetUtcNow());
            log.Add(recorded);
            options.OnCall?.Invoke(recorded);
            await reply.SendAsync(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone: nobody is left to answer.
        }
        return route?.Operation.Name;

        async Task<Reply> DecideAsync()
        {
            try
            {
                if (route is null)
                    return Reply.From(ServiceException.UnknownOperation());
                var body = await ReadBodyAsync(http.Request);
                caller = verifier.Verify(http.Request, body);
                var input = reader.Read(route, http.Request.Query, body);
                var operation = route.Operation;
                var call = new BedrockCall(operation.Name, number, log.NextNumber(operation.Name), caller, input, requestId);
                return await PerformAsync(operation, call, http.RequestAborted);
            }
            catch (ServiceException e)
            {
                return Reply.From(e);
            }
            catch (SignatureException e)
            {
                return Reply.Error(StatusCodes.Status403Forbidden, e.Code, e.Message);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A defect here or in a fault injector: the caller's log is where it is looked for.
                return Reply.Error(StatusCodes.Status500InternalServerError, "InternalServerException", e.ToString());
            }
        }
    }

    private async Task<Reply> PerformAsync(Operation operation, BedrockCall call, CancellationToken aborted)
    {
        if (await options.Faults.BeforeEffectAsync(call, aborted) is { } before)
            return FaultReply.Of(before);
        var reply = Execute(operation, call);
        return await options.Faults.AfterEffectAsync(call, aborted) is { } after ? FaultReply.Of(after) : reply;
    }

    private Reply Execute(Operation operation, BedrockCall call)
    {
        try
        {
            validator.Validate(operation, call.Input);
            var effect = operations[operation.Name];
            foreach (var permission in effect.Permissions(call.Input))
                Authorize(call.Caller.Identity, permission);
            return Reply.Success(effect.Execute(call.Input));
        }
        catch (ServiceException e)
        {
            return Reply.From(e);
        }
    }

    private void Authorize(CallerIdentity caller, Permission permission)
    {
        var request = new AuthorizationRequest(caller, permission.Action, permission.ResourceArn, permission.Context);
        var authorization = options.Authorizer.Authorize(request);
        if (!authorization.IsAllowed)
            throw ServiceException.AccessDenied(authorization.Message ?? "Access denied.");
    }

    private static string RawPath(HttpContext http) => http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?', 2)[0];

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request) => await RequestBody.ReadAsync(request, MaximumRequestSize)
        ?? throw new ServiceException(
            StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLargeException", $"Request size exceeded {MaximumRequestSize} bytes");
}
