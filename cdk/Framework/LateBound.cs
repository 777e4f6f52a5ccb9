using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Calls CDK members that differ between the versions that this library supports. Those versions are compatible for the compiler only:
/// where a later version has added a parameter, a compiled call ends in a MissingMethodException. So these calls are bound when they run.
/// <c>make cdk-members</c> finds what belongs here; see docs/decisions/0017-cdk-versions.md.
/// </summary>
internal static class LateBound
{
    /// <summary>Adds a warning to the synthesis. The app can acknowledge it.</summary>
    public static void AddWarning(Construct scope, string id, string message)
    {
        // Two parameters in 2.267.0, three in 2.277.0.
        dynamic annotations = Annotations.Of(scope);
        annotations.AddWarningV2(id, message);
    }
}
