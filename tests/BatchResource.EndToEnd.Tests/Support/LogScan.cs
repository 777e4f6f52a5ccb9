using System.Text.Json;
using BatchResource.Local.Iam;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>Reads everything that the provider printed: one JSON object a line with its event and rule, and nothing secret.</summary>
internal static class LogScan
{
    private static readonly string[] PrintedByLambda = ["START RequestId: ", "END RequestId: ", "REPORT RequestId: ", "RequestId: "];

    private static readonly string[] PartsOfPresignedUrls = ["X-Amz-Signature", "X-Amz-Credential", "X-Amz-Security-Token", "X-Amz-Date"];

    public static void AssertClean(IReadOnlyList<string> lines, IEnumerable<ProviderEvent> events, IEnumerable<IssuedCredentials> callers)
    {
        string[] secrets =
        [
            .. PartsOfPresignedUrls,
            .. events.SelectMany(e => e.ResponseUrls).Select(url => url.Query),
            .. callers.SelectMany(caller => new[] { caller.SecretAccessKey, caller.SessionToken ?? caller.SecretAccessKey }),
        ];
        var own = lines.Where(line => !PrintedByLambda.Any(start => line.StartsWith(start, StringComparison.Ordinal))).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, line =>
        {
            using var json = JsonDocument.Parse(line);
            Assert.False(string.IsNullOrEmpty(json.RootElement.GetProperty("event").GetString()), line);
            Assert.Matches("^L[0-9]+$", json.RootElement.GetProperty("rule").GetString());
        });
        Assert.All(lines, line => Assert.DoesNotContain(secrets, secret => line.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
