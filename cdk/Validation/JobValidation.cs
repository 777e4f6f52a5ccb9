using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Validates a job when the app is synthesized, with the rules that the provider applies (L14): every problem at once, each in the
/// terms of the props. What is not known before deployment is left to the provider. The CDK puts the construct's path in front.
/// </summary>
/// <param name="properties">The resource's properties without its tags.</param>
/// <param name="tags">The tags.</param>
/// <param name="others">What else finds problems: one validation for all, as each costs calls of the CDK.</param>
internal sealed partial class JobValidation(
    Dictionary<string, object> properties, TagManager tags, IReadOnlyList<Func<IEnumerable<string>>> others) : DeputyBase, IValidation
{
    // Messages show what came as it was written, not with \u002B for a plus.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string[] Validate()
    {
        var complete = new Dictionary<string, object>(properties, StringComparer.Ordinal)
        {
            [PropertyNames.Tags] = TagList.Of(tags.TagValues()),
        };
        var json = JsonSerializer.SerializeToElement(complete, AsWritten);

        // A bucket of the stack has no name yet, its keys have: they are validated behind a name that stands in for it.
        json = JsonSerializer.Deserialize<JsonElement>(UnnamedBucket().Replace(json.GetRawText(), "s3://bucket-of-this-app/"));
        return
        [
            .. PropertiesReader.Read(json, Tokens.IsIn).Problems.Select(PropsProblem.Describe),
            .. others.SelectMany(problems => problems()),
        ];
    }

    [GeneratedRegex(@"s3://\$\{Token\[[^\]]*\]\}/", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex UnnamedBucket();
}
