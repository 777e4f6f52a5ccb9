namespace BatchResource.Contract;

/// <summary>
/// The members of an event about a job that a deployment waits for, in addition to those of <see cref="CompletionPropertyNames"/>.
/// </summary>
internal static class CompletionEventMember
{
    /// <summary>
    /// <c>true</c> if a schedule asks again and again whether the job has ended. Then a job that still runs is no failure.
    /// </summary>
    public const string Scheduled = "Scheduled";
}
