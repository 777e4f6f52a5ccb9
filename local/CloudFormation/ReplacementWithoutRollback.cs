namespace BatchResource.Local.CloudFormation;

/// <summary>
/// An update without rollback whose change of a property needs another physical resource. Custom resources are not concerned: what their
/// provider does is not known before it has done it.
/// </summary>
public enum ReplacementWithoutRollback
{
    /// <summary>The resource fails, as it has since the mode exists (aws-cdk#30546).</summary>
    IsRefused,

    /// <summary>The resource is replaced, as is announced for the end of 2026 (aws-cdk-cli#1970).</summary>
    IsAllowed,
}
