namespace BatchResource.Local.Front.S3;

/// <summary>What a call of Amazon S3 turned out to be.</summary>
/// <param name="Operation">The operation's name in the API.</param>
/// <param name="Action">The action that policies allow it by, without its prefix.</param>
/// <param name="RunAsync">Does it, and answers.</param>
internal sealed record S3Route(string Operation, string Action, Func<S3Request, Task> RunAsync);
