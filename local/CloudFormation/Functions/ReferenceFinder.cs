using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Finds what a part of a template refers to.</summary>
internal static class ReferenceFinder
{
    /// <summary>Every reference in the node, in the order of the text.</summary>
    /// <param name="node">The part of the template.</param>
    /// <param name="condition">Whether a condition holds, to leave out branches that are not taken; null for all branches.</param>
    public static IEnumerable<Reference> In(JsonNode? node, Func<string, bool>? condition = null) => node switch
    {
        JsonObject call when IntrinsicFunctions.IsCall(call) => OfCall(call, condition),
        JsonObject members => members.SelectMany(member => In(member.Value, condition)),
        JsonArray items => items.SelectMany(item => In(item, condition)),
        _ => [],
    };

    private static IEnumerable<Reference> OfCall(JsonObject call, Func<string, bool>? condition)
    {
        var (name, argument) = call.First();
        return IntrinsicFunctions.Find(name)?.References(argument, condition) ?? In(argument, condition);
    }
}
