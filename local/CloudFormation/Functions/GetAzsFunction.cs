using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>Three Availability Zones of a Region, by default the stack's.</summary>
internal sealed class GetAzsFunction() : IntrinsicFunction("Fn::GetAZs")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var region = evaluator.Text(argument, Name);
        if (region.Length == 0)
            region = evaluator.Values.Ref("AWS::Region")!.ToString();
        return new JsonArray([.. "abc".Select(zone => JsonValue.Create($"{region}{zone}"))]);
    }

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonArray ? "Template error: Fn::GetAZs must have a Region" : null;
}
