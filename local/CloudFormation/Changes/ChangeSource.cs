namespace BatchResource.Local.CloudFormation.Changes;

/// <summary>What makes a property change.</summary>
internal enum ChangeSource
{
    /// <summary>The template says something else.</summary>
    DirectModification,

    /// <summary>A parameter has another value.</summary>
    ParameterReference,

    /// <summary>A resource that <c>Ref</c> names is created or replaced.</summary>
    ResourceReference,

    /// <summary>A resource whose attribute is asked for is created or changed.</summary>
    ResourceAttribute,

    /// <summary>Nothing in the stack: an import, an output of another stack or a stored value is another one.</summary>
    Automatic,
}
