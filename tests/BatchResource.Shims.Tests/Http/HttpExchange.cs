using System.Text;

namespace BatchResource.Shims.Tests.Http;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they were sent, nothing decoded.</param>
/// <param name="Headers">The headers, by names in any case.</param>
/// <param name="Body">The body as text.</param>
internal sealed record HttpExchange(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    public override string ToString() => new StringBuilder().Append(Method).Append(' ').Append(Target).ToString();
}
