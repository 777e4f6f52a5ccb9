using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.Wire;

/// <summary>Writes and reads bodies of JSON.</summary>
internal static class JsonBody
{
    /// <summary>Sends an answer.</summary>
    public static async Task WriteAsync(HttpContext http, int statusCode, string contentType, JsonObject answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer.ToJsonString());
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        await http.Response.Body.WriteAsync(bytes, http.RequestAborted);
    }

    /// <summary>Reads a body; an empty one is an empty object.</summary>
    /// <exception cref="ServiceException">It is no object.</exception>
    public static JsonObject Parse(byte[] body)
    {
        try
        {
            return body.Length == 0
                ? []
                : JsonNode.Parse(body) as JsonObject ?? throw ServiceException.Serialization("The body must be an object");
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            throw ServiceException.Serialization("The body is no JSON");
        }
    }
}
