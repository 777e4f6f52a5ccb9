using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Calls what is not the same member in every version of the CDK that this library works on. Its versions are compatible for the compiler
/// only: a call that was compiled ends in a MissingMethodException where a parameter has been added since. So these are bound when they
/// run. <c>make cdk-members</c> finds out what belongs here; see docs/decisions/0017-cdk-versions.md.
/// </summary>
internal static class LateBound
{
    /// <summary>Warns of something when the app is synthesized, in a way that the app can acknowledge.</summary>
    public static void AddWarning(Construct scope, string id, string message)
    {
        // Of two parameters in 2.267.0, and of three in 2.277.0.
        dynamic annotations = Annotations.Of(scope);
        annotations.AddWarningV2(id, message);
    }
}
