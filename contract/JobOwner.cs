namespace BatchResource.Contract;

/// <summary>
/// Whose a job is: one logical resource of one stack. A stack that is deleted and created again has another id, and so is another owner.
/// </summary>
/// <param name="StackId">The stack's ARN.</param>
/// <param name="LogicalResourceId">The resource's logical id.</param>
internal sealed record JobOwner(string StackId, string LogicalResourceId)
{
    internal const int HashLength = 10;

    /// <summary>The stack's ARN. It has no setter, since <c>with</c> would keep the hash.</summary>
    public string StackId { get; } = StackId;

    /// <summary>The resource's logical id. It has no setter, since <c>with</c> would keep the hash.</summary>
    public string LogicalResourceId { get; } = LogicalResourceId;

    /// <summary>Ten characters that stand for the owner in the name of every job generated for it.</summary>
    public string Hash { get; } = Base32.HashOf($"{StackId}\n{LogicalResourceId}", HashLength);

    /// <summary>The stack's name, the second to last part of its ARN; the whole id when it is no ARN.</summary>
    public string StackName => StackId.Split('/') is [_, var name, ..] ? name : StackId;
}
