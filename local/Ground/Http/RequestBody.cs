using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.Http;

/// <summary>Reads the bodies of requests into memory, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The whole body, or null when it is longer than <paramref name="maximumSize"/> bytes. The server reads on, so that the caller gets
    /// its answer instead of a connection that breaks while it sends; but not what it takes from no caller.
    /// </summary>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int maximumSize)
    {
        try
        {
            return await ReadUpToAsync(request, maximumSize);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
    }

    private static async Task<byte[]?> ReadUpToAsync(HttpRequest request, int maximumSize)
    {
        var aborted = request.HttpContext.RequestAborted;
        using var body = new MemoryStream();
        var buffer = new byte[16384];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, aborted)) > 0)
        {
            if (body.Length + count > maximumSize)
                return null;
            body.Write(buffer, 0, count);
        }
        return body.ToArray();
    }
}
