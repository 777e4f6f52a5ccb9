using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The id that a Delete is for, and what is known of the Create behind it.</summary>
internal sealed class DeletedId(string physicalResourceId, DefinitionHash? definition)
{
    public string PhysicalResourceId { get; } = physicalResourceId;

    /// <summary>What the Create was to start; null when its properties are unreadable.</summary>
    public DefinitionHash? Definition { get; } = definition;

    /// <summary>The Create, where the id is a marker that names it; null for an id that CloudFormation made up.</summary>
    public MarkedEvent? Marked { get; } = PhysicalId.ReadMarker(physicalResourceId);

    /// <summary>Whether it has the form of an ARN: then it is that thing or none, and leads to no other.</summary>
    public bool IsArn => PhysicalResourceId.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The job that was found for it.</summary>
    public JobArn? Job { get; set; }

    /// <summary>What to call it in a failure.</summary>
    public string Named => Job?.Value ?? PhysicalResourceId;
}
