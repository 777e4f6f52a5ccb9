using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.ResourceTypes.CustomResources;

/// <summary>
/// What providers are told while an operation is ended that a former process was killed in. On AWS the function that CloudFormation gave up
/// may still run, so the provider looks out for its job until it can start none any more: nearly three minutes. Here functions end
/// with their host. None of before can run, and what one has started shows at once.
/// </summary>
internal static class AfterTheProcessEnded
{
    private static readonly Dictionary<string, string> Variables = new()
    {
        ["BATCHRESOURCE_CREATE_WINDOW"] = "5",
        ["BATCHRESOURCE_CALL_TIMEOUT"] = "5",
        ["BATCHRESOURCE_CONSISTENCY_LAG"] = "0.5",
        ["BATCHRESOURCE_POLL_INTERVAL"] = "0.5",
    };

    /// <summary>Tells the providers of stacks, until it is disposed.</summary>
    public static IDisposable Begin(IEnumerable<StackState> stacks, FunctionRegistry functions) => functions.With(
        [
            .. stacks.SelectMany(stack => stack.Resources.Values)
                .Select(resource => resource.Current.Properties[CustomResourceEvent.ServiceToken]?.ToString())
                .OfType<string>()
                .Distinct(),
        ],
        Variables);
}
