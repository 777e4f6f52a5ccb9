using BatchResource.Local.Bedrock;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>A job of the stack.</summary>
/// <param name="JobArn">Its ARN.</param>
/// <param name="Status">Its state.</param>
internal sealed record StackJob(string JobArn, string Status)
{
    /// <summary>It goes on, and nobody has stopped it.</summary>
    public bool IsActive => Status != JobStatus.Stopping && !JobStatus.IsTerminal(Status);
}
