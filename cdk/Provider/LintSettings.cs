using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Tells <see href="https://github.com/aws-cloudformation/cfn-lint">cfn-lint</see> which check to skip for one resource.</summary>
internal static class LintSettings
{
    private static readonly string[] RedundantDependency = ["W3005"];

    /// <summary>The CDK itself declares that a function depends on its role twice: by reference and by name.</summary>
    public static void AllowRedundantDependency(CfnResource resource) =>
        resource.AddMetadata("cfn-lint", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["config"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["ignore_checks"] = RedundantDependency },
        });
}
