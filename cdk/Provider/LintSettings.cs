using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Tells <see href="https://github.com/aws-cloudformation/cfn-lint">cfn-lint</see> what to leave out for one resource.</summary>
internal static class LintSettings
{
    private static readonly string[] RedundantDependency = ["W3005"];

    /// <summary>For what the CDK itself declares: a function depends on its role by reference, and once more by name.</summary>
    public static void AllowRedundantDependency(CfnResource resource) =>
        resource.AddMetadata("cfn-lint", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["config"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["ignore_checks"] = RedundantDependency },
        });
}
