using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Finds what is wrong with the properties of a job, with the rules that the provider applies (L14): every problem at once, each in the
/// terms of the props. What is not known before deployment is left to the provider.
/// </summary>
internal static partial class PropertyProblems
{
    // Messages show what came as it was written, not with \u002B for a plus.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IEnumerable<string> In(Dictionary<string, object> properties, IReadOnlyDictionary<string, string> tags)
    {
        var complete = new Dictionary<string, object>(properties, StringComparer.Ordinal)
        {
            [PropertyNames.Tags] = TagList.Of(tags),
        };
        var json = JsonSerializer.SerializeToElement(complete, AsWritten);

        // A bucket of the stack has no name yet, its keys have: they are validated behind a name that stands in for it.
        json = JsonSerializer.Deserialize<JsonElement>(UnnamedBucket().Replace(json.GetRawText(), "s3://bucket-of-this-app/"));
        return PropertiesReader.Read(json, Tokens.IsIn).Problems.Select(PropsProblem.Describe);
    }

    [GeneratedRegex(@"s3://\$\{Token\[[^\]]*\]\}/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnnamedBucket();
}
