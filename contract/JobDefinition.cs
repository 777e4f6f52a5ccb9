namespace BatchResource.Contract;

/// <summary>
/// The part of a job that Bedrock fixes for ever. Two events with equal definitions mean the same job. The values are as they were given;
/// the definition hash compares them in canonical form.
/// </summary>
internal sealed record JobDefinition
{
    /// <summary>The explicit name, or null if the provider generates one.</summary>
    public string? JobName { get; init; }

    /// <summary>The ARN of the service role.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The id or ARN of a model or inference profile.</summary>
    public required string ModelId { get; init; }

    /// <summary>The place of the records.</summary>
    public required S3Input Input { get; init; }

    /// <summary>The place of the results.</summary>
    public required S3Output Output { get; init; }

    /// <summary>The VPC, or null for none.</summary>
    public VpcSettings? Vpc { get; init; }

    /// <summary>24 to 168, or null for Bedrock's default of 24.</summary>
    public int? TimeoutDurationInHours { get; init; }

    /// <summary><c>InvokeModel</c>, <c>Converse</c>, or null for Bedrock's default of <c>InvokeModel</c>.</summary>
    public string? ModelInvocationType { get; init; }

    /// <summary>The user's own text. A change makes an otherwise equal definition a new one.</summary>
    public string? Revision { get; init; }
}
