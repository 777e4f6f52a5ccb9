using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.Schema;

/// <summary>
/// The objects and members of the job's schema, as the typed languages of the AWS CDK declare them. Patterns and limits stay in the schema
/// and the provider: no type says them.
/// </summary>
internal static class TypedProperties
{
    /// <summary>The name of the type of the whole.</summary>
    public const string Root = "BatchInferenceJobProperties";

    /// <summary>What the construct sets and the user does not.</summary>
    private static readonly string[] OfTheConstruct = [PropertyNames.ServiceToken, PropertyNames.ServiceTimeout, PropertyNames.RoleArn];

    /// <summary>Every object, those that others use first.</summary>
    public static IReadOnlyList<TypedObject> Objects()
    {
        List<TypedObject> objects = [];
        var job = JobSchema.Job();
        _ = Add(objects, Root, "What a batch inference job is. A change of anything but Tags and WaitFor starts another job", job);
        return objects;
    }

    private static TypedValue Add(List<TypedObject> objects, string name, string description, JsonObject schema)
    {
        var required = schema["required"]!.AsArray().Select(item => (string)item!).ToHashSet(StringComparer.Ordinal);
        List<TypedMember> members = [];
        foreach (var (member, value) in schema["properties"]!.AsObject())
        {
            if (name != Root || !OfTheConstruct.Contains(member, StringComparer.Ordinal))
            {
                var text = (string?)value!["description"] ?? $"The {member.ToLowerInvariant()}";
                members.Add(new TypedMember(member, text, required.Contains(member), ValueOf(objects, member, text, value.AsObject())));
            }
        }

        objects.Add(new TypedObject(name, description, members));
        return TypedValue.Of(name);
    }

    // In place of each value there may be a function, which is a token in the CDK.
    private static TypedValue ValueOf(List<TypedObject> objects, string name, string description, JsonObject schema) =>
        schema["anyOf"]!.AsArray().Select(form => FormOf(objects, name, description, form!.AsObject())).Aggregate((one, other) => one.Or(other));

    private static TypedValue FormOf(List<TypedObject> objects, string name, string description, JsonObject form) => form switch
    {
        _ when form.ContainsKey("$ref") => TypedValue.Token,
        _ when form["enum"] is JsonArray words => TypedValue.OneOf(words.Select(word => (string)word!)),
        _ when form["type"] is JsonArray types => types.Select(type => TypedValue.Scalar((string)type!)).Aggregate((one, other) => one.Or(other)),
        _ => (string)form["type"]! switch
        {
            "object" => Add(objects, $"{name}Property", description, form),
            "array" => TypedValue.ListOf(ValueOf(objects, name.TrimEnd('s'), $"One of {name}", form["items"]!.AsObject())),
            var scalar => TypedValue.Scalar(scalar),
        },
    };
}
