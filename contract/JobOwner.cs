namespace BatchResource.Contract;

/// <summary>
/// The owner of a job: one logical resource of one stack. A stack that is deleted and created again has another id, so it is another owner.
/// </summary>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="LogicalResourceId">The resource's logical id.</param>
internal sealed record JobOwner(string StackId, string LogicalResourceId)
{
    internal const int HashLength = 10;

    /// <summary>The stack's ARN. It has no setter, because <c>with</c> would keep the hash.</summary>
    public string StackId { get; } = StackId;

    /// <summary>The resource's logical id. It has no setter, because <c>with</c> would keep the hash.</summary>
    public string LogicalResourceId { get; } = LogicalResourceId;

    /// <summary>Ten characters for the owner, in the name of every job that is generated for it.</summary>
    public string Hash { get; } = Base32.HashOf($"{StackId}\n{LogicalResourceId}", HashLength);

    /// <summary>The stack's name, which is the second to last part of its ARN. The whole id if it is not an ARN.</summary>
    public string StackName => StackId.Split('/') is [_, var name, ..] ? name : StackId;
}
