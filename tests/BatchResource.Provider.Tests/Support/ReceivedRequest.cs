namespace BatchResource.Provider.Tests.Support;

/// <summary>A request as it came over the wire.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query, nothing decoded.</param>
/// <param name="Headers">The headers, by names in any case.</param>
/// <param name="Body">The body.</param>
internal sealed record ReceivedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body);
