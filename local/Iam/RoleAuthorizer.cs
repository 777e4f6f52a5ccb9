using System.Text.Json.Nodes;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam.Policies;

namespace BatchResource.Local.Iam;

/// <summary>
/// Decides by the policies of the local account's roles, as IAM does within one account: what no statement allows is refused, and one
/// Deny outweighs every Allow. Users without a role may do everything.
/// </summary>
/// <param name="roles">The roles and their policies.</param>
/// <param name="account">The account, for the condition keys that every request has.</param>
public sealed class RoleAuthorizer(IamRegistry roles, Account account) : IAuthorizer
{
    /// <inheritdoc/>
    public Authorization Authorize(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            if (request.Caller.Service is { } service)
                return AuthorizeService(request, service);
            return request.Caller.RoleArn is { } roleArn ? AuthorizeRole(request, roleArn) : new Authorization(IsAllowed: true);
        }
        catch (PolicyException e)
        {
            return new Authorization(IsAllowed: false, $"{Refusal(request)} because a policy cannot be evaluated: {e.Message}");
        }
    }

    private Authorization AuthorizeRole(AuthorizationRequest request, string roleArn)
    {
        var unknown = new List<string>();
        var statements = Documents(roleArn, unknown).SelectMany(PolicyReader.Read);
        return Decide(statements, request) switch
        {
            PolicyEffect.Allow => new Authorization(IsAllowed: true),
            PolicyEffect.Deny => new Authorization(
                IsAllowed: false, $"{Refusal(request)} with an explicit deny in an identity-based policy"),
            _ => new Authorization(
                IsAllowed: false,
                $"{Refusal(request)} because no identity-based policy allows the {request.Action} action{Unknown(unknown)}"),
        };
    }

    /// <summary>A service may do one thing of itself: assume a role that trusts it.</summary>
    private Authorization AuthorizeService(AuthorizationRequest request, string service)
    {
        var statements = roles.FindRole(request.ResourceArn) is { } role ? PolicyReader.Read(role.TrustPolicy) : [];
        var aboutIt = statements.Where(statement => statement.Services.Any(principal => principal == "*" || principal == service));
        return Decide(aboutIt, request) == PolicyEffect.Allow
            ? new Authorization(IsAllowed: true)
            : new Authorization(IsAllowed: false, Refusal(request));
    }

    private PolicyEffect Decide(IEnumerable<PolicyStatement> statements, AuthorizationRequest request)
    {
        var context = new ConditionContext(request.Context.Concat(GlobalKeys(request)));
        return statements
            .Where(statement => statement.Matches(request.Action, request.ResourceArn, context))
            .Select(statement => statement.Effect)
            .DefaultIfEmpty(PolicyEffect.None)
            .Max();
    }

    private IEnumerable<JsonObject> Documents(string roleArn, List<string> unknown)
    {
        foreach (var policyArn in roles.FindRole(roleArn)?.ManagedPolicyArns.Where(ManagedPolicies.IsAwsOwn) ?? [])
        {
            if (ManagedPolicies.Find(policyArn) is { } document)
                yield return document;
            else
                unknown.Add(policyArn);
        }
        foreach (var document in roles.PoliciesOf(roleArn))
            yield return document;
    }

    /// <summary>The keys that IAM itself adds. Every resource of the local account is its own.</summary>
    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> GlobalKeys(AuthorizationRequest request) =>
    [
        new("aws:PrincipalArn", [request.Caller.RoleArn ?? request.Caller.Arn]),
        new("aws:PrincipalAccount", [account.AccountId]),
        new("aws:PrincipalIsAWSService", [request.Caller.Service is null ? "false" : "true"]),
        new("aws:ResourceAccount", [account.AccountId]),
        new("aws:RequestedRegion", [account.Region]),
        new("aws:SecureTransport", ["true"]),
    ];

    private static string Refusal(AuthorizationRequest request) =>
        $"User: {request.Caller.Arn} is not authorized to perform: {request.Action} on resource: {request.ResourceArn}";

    private static string Unknown(List<string> policies) =>
        policies.Count == 0 ? "" : $" (the local IAM does not know {string.Join(", ", policies)})";
}
