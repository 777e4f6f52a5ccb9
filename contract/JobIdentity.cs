namespace BatchResource.Contract;

/// <summary>What the generated name of a job tells, or the tag of a job with an explicit name (L5).</summary>
/// <param name="Definition">The definition it was started with.</param>
/// <param name="IssuedAt">
/// When CloudFormation issued the event that it was started for, to the second; null when the event did not tell.
/// </param>
internal sealed record JobIdentity(DefinitionHash Definition, DateTimeOffset? IssuedAt)
{
    /// <summary>The event that it was started for; null when only a tag tells of the job, which does not name it.</summary>
    public EventMark? Event { get; init; }

    /// <summary>Which attempt of its event it is: 1, unless earlier ones were dead.</summary>
    public int Attempt { get; init; } = 1;

    public string ToTagValue(JobOwner owner) => $"{GeneratedJobName.OfOwner(owner)}{Definition}-{IssueTime.Encode(IssuedAt)}";

    /// <summary>Reads the value of a tag; null when it does not name this owner.</summary>
    public static JobIdentity? FromTagValue(string value, JobOwner owner) =>
        value.StartsWith(GeneratedJobName.OfOwner(owner), StringComparison.Ordinal)
        && value.Split('-') is [_, { Length: DefinitionHash.Length } definition, { Length: IssueTime.Length } issue]
            ? new JobIdentity(new DefinitionHash(definition), IssueTime.Decode(issue))
            : null;
}
