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
    private const string AssumeRole = "sts:AssumeRole";

    /// <inheritdoc/>
    public Authorization Authorize(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            if (request.Caller.Service is { } service)
                return AuthorizeService(request, service);
            if (request.Action == AssumeRole)
                return AuthorizeAssumption(request);
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

    /// <summary>
    /// A user or role may assume a role whose trust policy names it. Where that names the account, it leaves the rest to the policies of
    /// the caller.
    /// </summary>
    private Authorization AuthorizeAssumption(AuthorizationRequest request)
    {
        var trust = roles.FindRole(request.ResourceArn) is { } role ? PolicyReader.Read(role.TrustPolicy) : [];
        var caller = new[] { "*", request.Caller.Arn, request.Caller.RoleArn };
        var ofAccount = new[] { account.AccountId, $"arn:{account.Partition}:iam::{account.AccountId}:root" };
        var named = Decide(trust.Where(statement => statement.Principals.Intersect(caller).Any()), request);
        var trusted = Decide(trust.Where(statement => statement.Principals.Intersect(ofAccount).Any()), request);
        if (named == PolicyEffect.Deny || trusted == PolicyEffect.Deny)
            return new Authorization(IsAllowed: false, $"{Refusal(request)} with an explicit deny in the role trust policy");
        if (named == PolicyEffect.Allow || (trusted == PolicyEffect.Allow && request.Caller.RoleArn is null))
            return new Authorization(IsAllowed: true);
        return trusted == PolicyEffect.Allow
            ? AuthorizeRole(request, request.Caller.RoleArn!)
            : new Authorization(IsAllowed: false, $"{Refusal(request)} because the role trust policy does not allow it");
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
