using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The id of a Delete, and what is known of the Create behind it.</summary>
internal sealed class DeletedId(string physicalResourceId, DefinitionHash? definition)
{
    public string PhysicalResourceId { get; } = physicalResourceId;

    /// <summary>The definition that the Create wanted; null if its properties are unreadable.</summary>
    public DefinitionHash? Definition { get; } = definition;

    /// <summary>The Create that the marker names; null for an id that CloudFormation made up.</summary>
    public MarkedEvent? Marked { get; } = PhysicalId.ReadMarker(physicalResourceId);

    /// <summary>Whether it looks like an ARN. Then it means that resource or none.</summary>
    public bool IsArn => PhysicalResourceId.StartsWith("arn:", StringComparison.Ordinal);

    /// <summary>The job that was found for it.</summary>
    public JobArn? Job { get; set; }

    /// <summary>Its name in a failure.</summary>
    public string Named => Job?.Value ?? PhysicalResourceId;
}
