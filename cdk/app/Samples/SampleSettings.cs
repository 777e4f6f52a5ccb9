using Constructs;

namespace BatchResource.SampleApp;

/// <summary>
/// The settings that you can change without changing the code. They come from the CDK's context: <c>cdk deploy -c modelId=...</c>
/// </summary>
internal sealed record SampleSettings(string ModelId, string Team, string? Revision)
{
    public static SampleSettings From(Construct scope) => new(
        Text(scope, "modelId") ?? "amazon.nova-micro-v1:0",
        Text(scope, "team") ?? "support",
        Text(scope, "revision"));

    private static string? Text(Construct scope, string key) => scope.Node.TryGetContext(key) as string;
}
