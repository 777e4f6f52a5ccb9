using System.Text.Json;
using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using BatchResource.Contract;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Validates a job when the app is synthesized, with the rules that the provider applies (L14): every problem at once, each in the
/// terms of the props. What is not known before deployment is left to the provider. The CDK puts the construct's path in front.
/// </summary>
internal sealed class JobValidation(Dictionary<string, object> properties, TagManager tags, IReadOnlyList<string> problems)
    : DeputyBase, IValidation
{
    public string[] Validate()
    {
        var complete = new Dictionary<string, object>(properties, StringComparer.Ordinal)
        {
            [PropertyNames.Tags] = TagList.Of(tags.TagValues()),
        };
        var result = PropertiesReader.Read(JsonSerializer.SerializeToElement(complete), Tokens.IsIn);
        return [.. problems, .. result.Problems.Select(PropsProblem.Describe)];
    }
}
