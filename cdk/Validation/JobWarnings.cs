using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Adds warnings that the app can acknowledge by an id.</summary>
internal static class JobWarnings
{
    public static void Add(Construct scope, string id, string message) => LateBound.AddWarning(scope, $"BatchResource.Cdk:{id}", message);
}
