using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>A request to the endpoint, and what is known of it when it has been answered.</summary>
internal sealed class AwsCall(HttpContext http, string service)
{
    /// <summary>The request and its answer.</summary>
    public HttpContext Http { get; } = http;

    /// <summary>The service that the signature names, such as <c>cloudformation</c>.</summary>
    public string Service { get; } = service;

    /// <summary>Names the call in its answer.</summary>
    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The operation, once it is known.</summary>
    public string? Operation { get; set; }

    /// <summary>The error's code, when it is answered with one.</summary>
    public string? ErrorCode { get; set; }
}
