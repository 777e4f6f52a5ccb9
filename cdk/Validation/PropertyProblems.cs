using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Checks a job's properties with the provider's rules (L14). It reports every problem at once, in the terms of the props. The provider
/// checks values that are not known before deployment.
/// </summary>
internal static partial class PropertyProblems
{
    // Messages show the value as it was written, not with \u002B for a plus.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> In(Dictionary<string, object> properties, IReadOnlyDictionary<string, string> tags)
    {
        var complete = new Dictionary<string, object>(properties, StringComparer.Ordinal)
        {
            [PropertyNames.Tags] = TagList.Of(tags),
        };
        var json = JsonSerializer.SerializeToElement(complete, AsWritten);

        // A bucket of the stack has no name yet, but its keys are known. So they are validated with another name in its place.
        json = JsonSerializer.Deserialize<JsonElement>(UnnamedBucket().Replace(json.GetRawText(), "s3://bucket-of-this-app/"));
        return PropertiesReader.Read(json, Tokens.IsIn).Problems.Select(PropsProblem.Describe);
    }

    [GeneratedRegex(@"s3://\$\{Token\[[^\]]*\]\}/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnnamedBucket();
}
