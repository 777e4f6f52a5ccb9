using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Reads the input of <c>aws bedrock create-model-invocation-job</c>, or the output of <c>get-model-invocation-job</c>. The contract's
/// rules apply.
/// </summary>
internal static class CliInput
{
    private const string ClientRequestToken = "clientRequestToken";

    // The file need not name a role, because the construct can create one. The contract requires a role.
    private const string RoleToBeCreated = "arn:aws:iam::123456789012:role/to-be-created";

    public static (JobProperties Job, bool HasRole) Read(string path)
    {
        JsonObject input;
        try
        {
            input = JsonNode.Parse(File.ReadAllText(path)) as JsonObject ?? throw new JsonException("it is not an object");
        }
        catch (JsonException malformed)
        {
            throw new ArgumentException(
                $"{path} is neither the JSON input of create-model-invocation-job nor the output of get-model-invocation-job: "
                + malformed.Message,
                nameof(path),
                malformed);
        }

        RemoveEmpty(input);
        var names = input.Select(member => member.Key).ToList();
        names.FindAll(name => Is(name, ClientRequestToken)).ForEach(name => input.Remove(name));
        CliOutput.MakeInputOf(input);
        var hasRole = names.Exists(name => Is(name, PropertyNames.RoleArn));
        if (!hasRole)
        {
            input[PropertyNames.RoleArn] = RoleToBeCreated;
        }

        var result = PropertiesReader.Read(JsonSerializer.SerializeToElement(input));
        return result.Properties is { } properties
            ? (properties, hasRole)
            : throw new ArgumentException(
                $"{path} is not a valid job:{Environment.NewLine}{string.Join(Environment.NewLine, result.Problems)}", nameof(path));
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);

    // The skeleton of the AWS CLI holds every member: an empty text, 0, or a list with one empty text.
    private static bool RemoveEmpty(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                foreach (var name in map.Where(member => RemoveEmpty(member.Value)).Select(member => member.Key).ToList())
                {
                    // A tag may have an empty value, if it has a key.
                    if (!Is(name, PropertyNames.Value) || map.Count == 1)
                    {
                        map.Remove(name);
                    }
                }

                return map.Count == 0;
            case JsonArray list:
                for (var index = list.Count - 1; index >= 0; index--)
                {
                    if (RemoveEmpty(list[index]))
                    {
                        list.RemoveAt(index);
                    }
                }

                return list.Count == 0;
            case JsonValue value:
                return value.GetValueKind() switch
                {
                    JsonValueKind.String => value.GetValue<string>().Length == 0,
                    JsonValueKind.Number => value.ToString() == "0",
                    _ => false,
                };
            default:
                return true;
        }
    }
}
