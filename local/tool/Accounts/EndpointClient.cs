using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.SigV4;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>Calls the endpoint of an account that another process serves, as any client of AWS does.</summary>
internal sealed class EndpointClient(EndpointFile endpoint) : IDisposable
{
    private readonly HttpClient http = new();
    private readonly RequestSigner signer = new(endpoint.AccessKeyId, endpoint.SecretAccessKey, endpoint.Region, TimeProvider.System);

    /// <summary>Calls an operation of CloudFormation.</summary>
    /// <exception cref="StackException">CloudFormation refuses it; the message is its own.</exception>
    public async Task StackOperationAsync(
        string action, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent([new("Action", action), new("Version", "2010-05-15"), .. parameters]);
        var (isSuccess, answer) = await SendAsync(HttpMethod.Post, "/", form, "cloudformation", cancellation);
        if (!isSuccess)
            throw new StackException(MessageOf(answer));
    }

    /// <summary>Reads a resource of Bedrock's API.</summary>
    public async Task<JsonObject> BedrockAsync(string target, CancellationToken cancellation)
    {
        var (isSuccess, answer) = await SendAsync(HttpMethod.Get, target, null, "bedrock", cancellation);
        return isSuccess ? JsonNode.Parse(answer)!.AsObject() : throw new StateException($"{endpoint.Address} answers: {answer}");
    }

    /// <summary>Calls an operation of CloudWatch Logs.</summary>
    public async Task<JsonObject> LogsAsync(string operation, JsonObject input, CancellationToken cancellation)
    {
        using var content = new StringContent(input.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        content.Headers.Add("X-Amz-Target", $"Logs_20140328.{operation}");
        var (isSuccess, answer) = await SendAsync(HttpMethod.Post, "/", content, "logs", cancellation);
        return isSuccess ? JsonNode.Parse(answer)!.AsObject() : throw new StateException($"{endpoint.Address} answers: {answer}");
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    private async Task<(bool IsSuccess, string Answer)> SendAsync(
        HttpMethod method, string target, HttpContent? content, string service, CancellationToken cancellation)
    {
        var body = content is null ? [] : await content.ReadAsByteArrayAsync(cancellation);
        using var request = new HttpRequestMessage(method, new Uri(endpoint.Address, target)) { Content = content };
        signer.Sign(request, body, service);
        try
        {
            using var response = await http.SendAsync(request, cancellation);
            return (response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync(cancellation));
        }
        catch (HttpRequestException e)
        {
            throw new StateException($"{endpoint.Address}, which serves the account, does not answer: {e.Message}");
        }
    }

    private static string MessageOf(string answer) =>
        XElement.Parse(answer).Descendants().FirstOrDefault(element => element.Name.LocalName == "Message")?.Value ?? answer;
}
