using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.RestJson;

/// <summary>What a request is answered with, in the form of AWS's rest-json protocol.</summary>
/// <param name="StatusCode">The HTTP status, or null when no answer is sent.</param>
/// <param name="ErrorCode">What goes into <c>x-amzn-ErrorType</c>, or null.</param>
/// <param name="SendAsync">Sends it.</param>
internal sealed record Reply(int? StatusCode, string? ErrorCode, Func<HttpContext, Task> SendAsync)
{
    public const string RequestIdHeader = "x-amzn-RequestId";
    private const string ErrorTypeHeader = "x-amzn-ErrorType";
    private const string Json = "application/json";

    /// <summary>A success; null is an empty body.</summary>
    public static Reply Success(JsonObject? body) =>
        new(StatusCodes.Status200OK, ErrorCode: null, http => WriteAsync(http, StatusCodes.Status200OK, Json, body?.ToJsonString() ?? ""));

    public static Reply Error(int statusCode, string code, string message) => new(statusCode, code, http =>
    {
        http.Response.Headers[ErrorTypeHeader] = code;
        return WriteAsync(http, statusCode, Json, new JsonObject { ["message"] = message }.ToJsonString());
    });

    public static Reply From(ServiceException error) => Error(error.StatusCode, error.Code, error.Message);

    /// <summary>An answer that is not the API's own.</summary>
    public static Reply Raw(int statusCode, string contentType, string body) =>
        new(statusCode, ErrorCode: null, http => WriteAsync(http, statusCode, contentType, body));

    /// <summary>No answer ever comes; the connection stays open until the caller gives up.</summary>
    public static Reply Silence() => new(StatusCode: null, ErrorCode: null, http => Task.Delay(Timeout.Infinite, http.RequestAborted));

    /// <summary>The connection is reset.</summary>
    public static Reply Reset() => new(StatusCode: null, ErrorCode: null, http =>
    {
        http.Abort();
        return Task.CompletedTask;
    });

    private static Task WriteAsync(HttpContext http, int statusCode, string contentType, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = contentType;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
