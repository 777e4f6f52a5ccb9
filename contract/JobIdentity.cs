namespace BatchResource.Contract;

/// <summary>What a generated name, or the tag of a job with an explicit name, says about the job (L5).</summary>
/// <param name="Definition">The definition with which it was started.</param>
/// <param name="IssuedAt">When CloudFormation issued the event that started it, to the second; null if the event did not say it.</param>
internal sealed record JobIdentity(DefinitionHash Definition, DateTimeOffset? IssuedAt)
{
    /// <summary>The event that started it; null if only a tag is known, which does not name the event.</summary>
    public EventMark? Event { get; init; }

    /// <summary>The number of the attempt for its event: 1, unless the jobs of earlier attempts were dead.</summary>
    public int Attempt { get; init; } = 1;

    public string ToTagValue(JobOwner owner) => $"{GeneratedJobName.OfOwner(owner)}{Definition}-{IssueTime.Encode(IssuedAt)}";

    /// <summary>Reads the value of a tag; null if it does not name this owner.</summary>
    public static JobIdentity? FromTagValue(string value, JobOwner owner) =>
        value.StartsWith(GeneratedJobName.OfOwner(owner), StringComparison.Ordinal)
        && value.Split('-') is [_, { Length: DefinitionHash.Length } definition, { Length: IssueTime.Length } issue]
            ? new JobIdentity(new DefinitionHash(definition), IssueTime.Decode(issue))
            : null;
}
