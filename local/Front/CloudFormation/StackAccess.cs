using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>
/// Holds each call against the policies of its caller. Functions ask for their own stacks, and the CDK's command line calls with the roles
/// of its bootstrap stack.
/// </summary>
internal sealed class StackAccess(Account account, StackEngine engine, IAuthorizer authorizer)
{
    private static readonly Dictionary<string, IReadOnlyList<string>> NoKeys = [];

    /// <summary>Refuses a call that no policy allows, before it is found out whether its stack exists.</summary>
    /// <param name="operation">Such as <c>DescribeStackEvents</c>.</param>
    /// <param name="call">The call.</param>
    /// <exception cref="ServiceException">The caller may not do it.</exception>
    public void Require(string operation, QueryCall call)
    {
        var decision = authorizer.Authorize(new(call.Caller, $"cloudformation:{operation}", ResourceOf(call), NoKeys));
        if (!decision.IsAllowed)
            throw new ServiceException(StatusCodes.Status403Forbidden, "AccessDenied", decision.Message ?? "Access denied");
    }

    /// <summary>The stack that a call is about, by its ARN; a star where it is about none, or about all.</summary>
    private string ResourceOf(QueryCall call)
    {
        if (call.Parameters["StackName"] is { Length: > 0 } name)
        {
            return name.StartsWith("arn:", StringComparison.Ordinal) ? name
                : StackReads.Find(engine, name)?.Identity.Id
                ?? $"arn:{account.Partition}:cloudformation:{account.Region}:{account.AccountId}:stack/{name}/*";
        }

        var changeSet = call.Parameters["ChangeSetName"];
        return engine.All.FirstOrDefault(stack => stack.ChangeSets.Values.Any(set => set.Id == changeSet))?.Identity.Id ?? "*";
    }
}
