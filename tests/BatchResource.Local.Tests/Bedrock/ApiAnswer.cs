using System.Net;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>An answer of the control plane, read whole.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, string? ErrorType, string? RequestId, string Text)
{
    public JsonObject Body => JsonNode.Parse(Text)!.AsObject();

    public string Message => Body["message"]!.GetValue<string>();

    public static async Task<ApiAnswer> ReadAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        response.Headers.TryGetValues("x-amzn-ErrorType", out var types) ? types.Single() : null,
        response.Headers.TryGetValues("x-amzn-RequestId", out var ids) ? ids.Single() : null,
        await response.Content.ReadAsStringAsync());

    public void AssertError(HttpStatusCode status, string errorType, string message)
    {
        Assert.Equal(message, Message);
        Assert.Equal((status, errorType), (Status, ErrorType));
    }
}
