using BatchResource.Local.Ground;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Makes new stacks.</summary>
internal sealed class StackFactory(Account account, TimeProvider clock, StackTable table)
{
    /// <summary>A stack that nothing was done with yet; it goes on with the request ids of a failed one of its name.</summary>
    /// <exception cref="TemplateException">The name is malformed.</exception>
    public StackState New(StackRequest request)
    {
        StackChecks.RefuseName(request.StackName);
        return new()
        {
            Identity = new(
                request.StackName,
                $"arn:{account.Partition}:cloudformation:{account.Region}:{account.AccountId}:stack/{request.StackName}/{Guid.NewGuid()}",
                account.AccountId,
                account.Region,
                account.Partition),
            ParentId = request.ParentId,
            RootId = request.ParentId is null ? null : table.Find(request.ParentId)?.RootId ?? request.ParentId,
            CreationTime = clock.GetUtcNow(),
            IsProtected = request.IsProtected,
            FailedRequestIds = table.Find(request.StackName)?.FailedRequestIds ?? new Dictionary<string, string>(),
        };
    }
}
