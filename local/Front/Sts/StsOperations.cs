using System.Globalization;
using System.Xml.Linq;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.Sts;

/// <summary>AWS Security Token Service: who calls, and credentials of roles.</summary>
internal sealed class StsOperations(Account account, CredentialStore credentials, IamRegistry roles, IAuthorizer authorizer)
{
    public const string Namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

    /// <summary>The operations by their names.</summary>
    public IReadOnlyDictionary<string, Func<QueryCall, Task<XElement?[]>>> All => new Dictionary<string, Func<QueryCall, Task<XElement?[]>>>
    {
        ["GetCallerIdentity"] = call => Task.FromResult(GetCallerIdentity(call)),
        ["AssumeRole"] = call => Task.FromResult(AssumeRole(call)),
        ["GetSessionToken"] = _ => throw new ServiceException(
            StatusCodes.Status403Forbidden,
            "AccessDenied",
            "The local AWS issues credentials of roles only: use AssumeRole, or the keys that serve prints"),
    };

    private XElement?[] GetCallerIdentity(QueryCall call) =>
    [
        new("Arn", call.Caller.Arn),
        new("UserId", call.Caller.RoleArn is null ? "AIDALOCALAWS" : $"AROALOCALAWS:{call.Caller.Arn.Split('/')[^1]}"),
        new("Account", account.AccountId),
    ];

    private XElement?[] AssumeRole(QueryCall call)
    {
        var (arn, session) = (call.Require("RoleArn"), call.Require("RoleSessionName"));
        var seconds = int.TryParse(call.Parameters["DurationSeconds"], CultureInfo.InvariantCulture, out var given) ? given : 3600;
        if (seconds is < 900 or > 43200)
            throw QueryCall.Validation($"DurationSeconds must be 900-43200, got {seconds}");
        if (roles.FindRole(arn) is null)
        {
            throw new ServiceException(
                StatusCodes.Status403Forbidden,
                "AccessDenied",
                $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRole on resource: {arn} (no stack has such a role)");
        }

        var context = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["sts:RoleSessionName"] = [session] };
        if (call.Parameters["ExternalId"] is { } externalId)
            context["sts:ExternalId"] = [externalId];
        var authorization = authorizer.Authorize(new(call.Caller, "sts:AssumeRole", arn, context));
        if (!authorization.IsAllowed)
            throw new ServiceException(StatusCodes.Status403Forbidden, "AccessDenied", authorization.Message ?? "Access denied");

        var issued = credentials.Issue(arn, session, TimeSpan.FromSeconds(seconds));
        return
        [
            new(
                "Credentials",
                new XElement("AccessKeyId", issued.AccessKeyId),
                new XElement("SecretAccessKey", issued.SecretAccessKey),
                new XElement("SessionToken", issued.SessionToken),
                new XElement("Expiration", Timestamps.Format(issued.Expiration!.Value))),
            new(
                "AssumedRoleUser",
                new XElement("AssumedRoleId", $"AROALOCALAWS:{session}"),
                new XElement("Arn", issued.Identity.Arn)),
        ];
    }
}
