#nullable enable
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>Reads a header that has one value.</summary>
internal static class HeaderReading
{
    public static string? Value(this HttpResponseHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
