namespace BatchResource.Contract;

/// <summary>
/// What an event about a job that a deployment waits for has beside the members of <see cref="CompletionPropertyNames"/>.
/// </summary>
internal static class CompletionEventMember
{
    /// <summary>
    /// <c>true</c> when a schedule asks, again and again, whether the job has ended: a job that still runs is then no failure.
    /// </summary>
    public const string Scheduled = "Scheduled";
}
