using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>An output of another stack, exported or not; the other stack may change it at any time.</summary>
internal sealed class GetStackOutputFunction() : IntrinsicFunction("Fn::GetStackOutput")
{
    private static readonly string[] Members = ["StackName", "OutputName", "Region", "RoleArn"];

    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        if (FormProblem(argument) is { } problem)
            throw new FunctionException(problem);
        var members = (JsonObject)argument!;
        return evaluator.Values.StackOutput(
            evaluator.Text(members["StackName"], Name),
            evaluator.Text(members["OutputName"], Name),
            members["Region"] is { } region ? evaluator.Text(region, Name) : null);
    }

    public override string? FormProblem(JsonNode? argument) =>
        argument is JsonObject members && members["StackName"] is not null && members["OutputName"] is not null
        && members.All(member => Members.Contains(member.Key))
            ? null
            : $"Template error: {Name} must have StackName and OutputName, and may have Region and RoleArn";
}
