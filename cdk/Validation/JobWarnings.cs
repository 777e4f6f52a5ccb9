using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Warns in a way that the app can acknowledge, by an id.</summary>
internal static class JobWarnings
{
    public static void Add(Construct scope, string id, string message) => LateBound.AddWarning(scope, $"BatchResource.Cdk:{id}", message);
}
