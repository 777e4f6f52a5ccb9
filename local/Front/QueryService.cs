using System.Text;
using System.Xml.Linq;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.SigV4;
using BatchResource.Local.Iam.Signatures;
using BatchResource.Local.Ground.Wire;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>A service that speaks the Query protocol: a form with an <c>Action</c>, answered in XML.</summary>
/// <param name="verifier">Checks signatures.</param>
/// <param name="xmlns">The namespace of its answers.</param>
/// <param name="operations">What an operation's result holds, by the operation's name.</param>
internal sealed class QueryService(
    SignatureVerifier verifier, string xmlns, IReadOnlyDictionary<string, Func<QueryCall, Task<XElement?[]>>> operations) : IAwsService
{
    /// <summary>A template of the greatest size, and as much again for parameters and tags; the form's encoding can triple it.</summary>
    private const int MaximumRequestSize = 4 << 20;

    /// <summary>Signature errors have names of their own in this protocol.</summary>
    private static readonly Dictionary<string, string> Codes = new()
    {
        ["InvalidSignatureException"] = "SignatureDoesNotMatch",
        ["UnrecognizedClientException"] = "InvalidClientTokenId",
        ["ExpiredTokenException"] = "ExpiredToken",
        ["MissingAuthenticationTokenException"] = "MissingAuthenticationToken",
        ["IncompleteSignatureException"] = "IncompleteSignature",
    };

    public async Task AnswerAsync(AwsCall call)
    {
        XElement?[] result = [];
        var error = await OperationGuard.RunAsync(call, async () => result = await PerformAsync(call));
        if (error is not null)
        {
            await SendErrorAsync(call, error);
            return;
        }

        var metadata = new XElement("ResponseMetadata", new XElement("RequestId", call.RequestId));
        var response = new XElement($"{call.Operation}Response", new XElement($"{call.Operation}Result", result), metadata);
        await XmlBody.WriteAsync(call.Http, StatusCodes.Status200OK, xmlns, response);
    }

    private async Task<XElement?[]> PerformAsync(AwsCall call)
    {
        var body = await RequestBody.ReadAsync(call.Http.Request, MaximumRequestSize)
            ?? throw new ServiceException(
                StatusCodes.Status413PayloadTooLarge, "RequestEntityTooLarge", $"Request size exceeded {MaximumRequestSize} bytes");
        var form = body.Length > 0 ? Encoding.UTF8.GetString(body) : call.Http.Request.QueryString.Value?.TrimStart('?') ?? "";
        var parameters = new QueryParameters(form);
        call.Operation = parameters["Action"];
        var signer = verifier.Verify(call.Http.Request, body);
        if (call.Operation is null)
        {
            throw new ServiceException(
                StatusCodes.Status400BadRequest, "MissingAction", $"The request to {call.Service} does not contain the parameter Action.");
        }

        if (!operations.TryGetValue(call.Operation, out var operation))
        {
            throw new ServiceException(
                StatusCodes.Status400BadRequest,
                "InvalidAction",
                $"Could not find operation {call.Operation} for version {parameters["Version"]}: the local AWS does not have it");
        }

        return await operation(new(parameters, signer.Identity));
    }

    private Task SendErrorAsync(AwsCall call, ServiceException error) => XmlBody.WriteAsync(
        call.Http,
        error.StatusCode,
        xmlns,
        new XElement(
            "ErrorResponse",
            new XElement(
                "Error",
                new XElement("Type", error.StatusCode < 500 ? "Sender" : "Receiver"),
                new XElement("Code", Codes.GetValueOrDefault(error.Code, error.Code)),
                new XElement("Message", error.Message)),
            new XElement("RequestId", call.RequestId)));
}
