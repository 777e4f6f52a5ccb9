using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Cdk.Tests.Support;
using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Snapshots;

/// <summary>
/// The whole template of each feature, to be read in a review. <c>UPDATE_SNAPSHOTS=1 dotnet test tests/BatchResource.Cdk.Tests</c> writes
/// them anew.
/// </summary>
public sealed class SnapshotTests
{
    private const string FirstFeature = "required-props";

    private static readonly string[] OwnFunction =
    [
        "BatchInferenceProviderLogs", "BatchInferenceProviderRole", "BatchInferenceProviderFunction", "BatchInferenceProviderAsyncSettings",
    ];

    private static readonly JsonSerializerOptions Format = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Names => [.. Features.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_Feature_Has_The_Template_That_Was_Reviewed(string name)
    {
        using var app = new TestApp();
        Features.All[name](app);
        var actual = Readable(name, app.Synth());
        var path = RepositoryFiles.PathOf($"tests/BatchResource.Cdk.Tests/Snapshots/{name}.json");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    // Intrinsic functions are written as text. Left out is what the CDK puts into every template, the bundle's hash, which changes with the
    // provider, and the stack's own function but for the first of the features.
    private static string Readable(string name, Template template)
    {
        var json = Text.Rendered(template.Json)!.AsObject();
        json.Remove("Parameters");
        json.Remove("Rules");
        var resources = json["Resources"]!.AsObject();
        foreach (var (id, resource) in resources.ToList())
        {
            if (resource!["Properties"]?["Code"] is JsonObject code)
            {
                code["S3Key"] = "<the provider's bundle>";
            }

            if (name != FirstFeature && OwnFunction.Any(prefix => id.StartsWith(prefix, StringComparison.Ordinal)))
            {
                resources.Remove(id);
            }
        }

        return $"{json.ToJsonString(Format).ReplaceLineEndings("\n")}\n";
    }
}
