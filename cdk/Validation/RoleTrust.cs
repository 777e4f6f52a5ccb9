using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds a role of the app that Bedrock may not assume. It runs when the app is synthesized, because statements may be added until then. It
/// checks each role once, because that costs calls to the CDK's process.
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
            + $"{(services.Length > 0 ? services : "other principals")}: create the role with AssumedBy = new "
            + "ServicePrincipal(\"bedrock.amazonaws.com\"), or leave out Role to get a new one",
        ];
    }

    [GeneratedRegex(@"[a-z0-9-]+\.amazonaws\.com", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServiceNames();
}
