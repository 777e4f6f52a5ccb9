using System.Globalization;
using System.Text.Json;
using Amazon.CDK;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Warns when a stack exports attributes of its jobs. CloudFormation refuses to change an export that another stack imports, so such a job
/// cannot be replaced. Call it when the app is validated: then the CDK has made the exports for other stacks of the app.
/// </summary>
internal static class ExportedAttributes
{
    /// <summary>Warns about all jobs of a stack at once, because each search of a stack costs calls to the CDK's process.</summary>
    public static void Warn(Stack stack, IReadOnlyList<BatchInferenceJob> jobs)
    {
        CfnOutput[] exports = [.. stack.Node.FindAll().OfType<CfnOutput>().Where(output => output.ExportName is not null)];
        if (exports.Length == 0)
        {
            return;
        }

        var (ids, values) = Resolve(stack, jobs, exports);
        foreach (var (output, value) in exports.Zip(values))
        {
            var references = References(value).ToLookup(found => found.LogicalId, found => found.Attribute, StringComparer.Ordinal);
            foreach (var (exported, own) in jobs.Zip(ids))
            {
                string[] attributes = [.. own.SelectMany(id => references[id]).Distinct(StringComparer.Ordinal)];
                if (attributes.Length > 0 && ReferenceEquals(Stack.Of(output), stack))
                {
                    JobWarnings.Add(exported, "exportedAttribute", Text(output, attributes));
                }
            }
        }
    }

    private static string Text(CfnOutput output, string[] attributes) =>
        $"{output.Node.Path} exports {string.Join(", ", attributes)}. CloudFormation refuses to change an export that another stack "
        + "imports. An update that replaces this job would start a paid job, fail and roll back, each time. "
        + "Use a weak reference in the other stack (context \"@aws-cdk/core:defaultCrossStackReferences\": \"weak\"), pass the value in "
        + "an SSM parameter, or move the resource that needs it into the job's stack";

    // One call for all. Each value has a name, because the CDK drops elements of a list that resolve to nothing.
    private static (string[][] Ids, JsonElement[] Values) Resolve(Stack stack, IReadOnlyList<BatchInferenceJob> jobs, CfnOutput[] exports)
    {
        var resolved = JsonSerializer.SerializeToElement(stack.Resolve(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Ids"] = Named(jobs.Select(job => (object)job.LogicalIds)),
            ["Values"] = Named(exports.Select(output => output.Value)),
        }));
        return (
            [.. Elements("Ids", jobs.Count).Select(ids => ids.EnumerateArray().Select(id => id.GetString()!).ToArray())],
            [.. Elements("Values", exports.Length)]);

        IEnumerable<JsonElement> Elements(string name, int count) => Enumerable.Range(0, count)
            .Select(index => resolved.GetProperty(name).TryGetProperty(Name(index), out var value) ? value : default);
    }

    private static Dictionary<string, object> Named(IEnumerable<object> values) => values
        .Select((value, index) => KeyValuePair.Create(Name(index), value))
        .ToDictionary(StringComparer.Ordinal);

    private static string Name(int index) => index.ToString(CultureInfo.InvariantCulture);

    // Status is allowed, because the next job usually has the same one.
    private static IEnumerable<(string LogicalId, string Attribute)> References(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Array)
        {
            return value.EnumerateArray().SelectMany(References);
        }

        return value.ValueKind is JsonValueKind.Object ? value.EnumerateObject().SelectMany(Of) : [];

        static IEnumerable<(string LogicalId, string Attribute)> Of(JsonProperty member) => member switch
        {
            { Name: "Ref", Value.ValueKind: JsonValueKind.String } => [(member.Value.GetString()!, "Ref")],
            { Name: "Fn::GetAtt", Value.ValueKind: JsonValueKind.Array } when member.Value.GetArrayLength() == 2 =>
                member.Value[1].ValueKind is JsonValueKind.String && member.Value[1].GetString() is { } attribute
                    && attribute is not AttributeNames.Status
                    ? [(member.Value[0].GetString()!, attribute)]
                    : [],
            _ => References(member.Value),
        };
    }
}
