namespace BatchResource.Local.CloudFormation.Resources;

/// <summary>Whether an update makes another physical resource.</summary>
internal enum Replacement
{
    /// <summary>It does not.</summary>
    False,

    /// <summary>It does.</summary>
    True,

    /// <summary>It depends on a value that is not known yet, or on what a provider does.</summary>
    Conditional,
}
