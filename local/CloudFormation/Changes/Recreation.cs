namespace BatchResource.Local.CloudFormation.Changes;

/// <summary>Whether a change of a property makes another physical resource.</summary>
internal enum Recreation
{
    /// <summary>It does not.</summary>
    Never,

    /// <summary>It may.</summary>
    Conditionally,

    /// <summary>It does.</summary>
    Always,
}
