namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>
/// CloudFormation's quotas, see
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html.
/// </summary>
internal static class TemplateLimits
{
    /// <summary>The one version that there is.</summary>
    public const string FormatVersion = "2010-09-09";

    public const int BodyBytes = 1_000_000;
    public const int DescriptionBytes = 1024;
    public const int Resources = 500;
    public const int Outputs = 200;
    public const int Parameters = 200;
    public const int Mappings = 200;

    /// <summary>Deeper nesting than any real template has; keeps a hostile one from exhausting the stack.</summary>
    public const int Depth = 64;
}
