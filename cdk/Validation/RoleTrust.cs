using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a role of the app's own that Bedrock may not assume. Only when the app is synthesized, since statements may be added until then;
/// once for each role, as it takes calls of the CDK.
/// </summary>
internal sealed partial class RoleTrust(Stack stack)
{
    private readonly Dictionary<IRole, string[]> found = new(ReferenceEqualityComparer.Instance);

    public string[] Problems(IRole given)
    {
        if (!found.TryGetValue(given, out var problems))
        {
            found.Add(given, problems = Find(given));
        }

        return problems;
    }

    private string[] Find(IRole given)
    {
        if (given is not Role { AssumeRolePolicy: { } policy })
        {
            return [];
        }

        var trust = JsonSerializer.Serialize(stack.Resolve(policy));
        if (trust.Contains("bedrock.", StringComparison.Ordinal))
        {
            return [];
        }

        var services = string.Join(", ", ServiceNames().Matches(trust).Select(match => match.Value).Distinct(StringComparer.Ordinal));
        return
        [
            "Role must trust bedrock.amazonaws.com, but its trust policy names "
            + $"{(services.Length > 0 ? services : "other principals")}: make it with AssumedBy = new "
            + "ServicePrincipal(\"bedrock.amazonaws.com\"), or leave Role out and one is created",
        ];
    }

    [GeneratedRegex(@"[a-z0-9-]+\.amazonaws\.com", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceNames();
}
