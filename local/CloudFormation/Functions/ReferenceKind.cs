namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>What a function refers to.</summary>
internal enum ReferenceKind
{
    /// <summary>A parameter, a pseudo parameter or a resource, by <c>Ref</c> or in <c>Fn::Sub</c>.</summary>
    Ref,

    /// <summary>An attribute of a resource.</summary>
    Attribute,

    /// <summary>A condition.</summary>
    Condition,

    /// <summary>A mapping.</summary>
    Mapping,
}
