namespace BatchResource.Local.CloudFormation.Changes;

/// <summary>
/// One change of a resource and its cause, as in
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_ResourceChangeDetail.html">ResourceChangeDetail</see>.
/// </summary>
/// <param name="Attribute">What changes: <c>Properties</c>, <c>Metadata</c>, <c>DeletionPolicy</c> or <c>UpdateReplacePolicy</c>.</param>
/// <param name="Source">What makes it change.</param>
internal sealed record ChangeDetail(string Attribute, ChangeSource Source)
{
    /// <summary>The property; null where the attribute is another one.</summary>
    public string? Property { get; init; }

    /// <summary>Whether this change makes another physical resource.</summary>
    public Recreation Recreation { get; init; }

    /// <summary>The parameter, resource or attribute that makes it change, such as <c>Job.JobArn</c>.</summary>
    public string? CausingEntity { get; init; }

    /// <summary>The value before, as text; null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The value after, as text; null where there is none.</summary>
    public string? After { get; init; }

    /// <summary>Whether the new value is known before the update is done (<c>Static</c>, not <c>Dynamic</c>).</summary>
    public bool IsStatic => Source is not (ChangeSource.ResourceReference or ChangeSource.ResourceAttribute) && !IsWithin;

    /// <summary>Whether the resource is a stack that changes while its properties stay.</summary>
    private bool IsWithin => Source == ChangeSource.Automatic && Property is null;
}
