using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Functions;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local.CloudFormation.Stacks;

/// <summary>Finds everything in a template that cannot be deployed here, before anything is.</summary>
internal sealed class TemplateValidator
{
    private const string StackOutput = "Fn::GetStackOutput";

    private readonly Template template;
    private readonly IResourceTypes types;
    private readonly StackOutputPlaces places;
    private readonly List<string> problems = [];

    private TemplateValidator(Template template, IResourceTypes types, StackOutputPlaces places)
    {
        this.places = places;
        this.template = template;
        this.types = types;
    }

    /// <summary>Checks the whole template.</summary>
    /// <exception cref="TemplateException">Lists every problem.</exception>
    public static void Validate(Template template, IResourceTypes types, StackOutputPlaces places)
    {
        var found = new TemplateValidator(template, types, places).Problems();
        if (found.Count > 0)
            throw new TemplateException(found);
    }

    private List<string> Problems()
    {
        foreach (var (name, condition) in template.Conditions)
            Check(condition, $"Conditions.{name}", inCondition: true);
        foreach (var rule in template.Rules.Values)
        {
            Check(rule.RuleCondition, $"Rules.{rule.Name}.RuleCondition", inCondition: true);
            foreach (var assertion in rule.Assertions)
                Check(assertion.Assert, $"Rules.{rule.Name}.Assertions", inCondition: true);
        }

        foreach (var resource in template.Resources.Values)
            CheckResource(resource);
        foreach (var output in template.Outputs.Values)
        {
            CheckConditionName(output.Condition, $"Outputs.{output.Name}");
            var path = $"Outputs.{output.Name}";
            Check(output.Value, $"{path}.Value", inCondition: false);
            if (places == StackOutputPlaces.NotInOutputsOrSub && output.Value is JsonObject value && value.ContainsKey(StackOutput))
                problems.Add($"Template error: {StackOutput} cannot be the value of an output itself, at {path}.Value");
            CheckExportName(output.ExportName, $"{path}.Export");
        }

        CheckExportNames();

        if (problems.Count == 0 && ResourceGraph.Cycle(ResourceGraph.Of(template)) is { } cycle)
            problems.Add($"Circular dependency between resources: [{string.Join(" -> ", cycle)}]");
        if (problems.Count == 0 && ResourceGraph.Cycle(ConditionGraph()) is { } conditions)
            problems.Add($"Circular dependency between conditions: [{string.Join(" -> ", conditions)}]");
        return problems;
    }

    /// <summary>Outputs under different conditions may share a name, since only one of them may come to be.</summary>
    private void CheckExportNames()
    {
        var exports = template.Outputs.Values.Where(output => output.ExportName is JsonValue);
        var byName = exports.GroupBy(output => (Name: output.ExportName!.ToString(), output.Condition));
        foreach (var same in byName.Where(same => same.Count() > 1))
        {
            var outputs = string.Join(", ", same.Select(output => output.Name));
            problems.Add($"Template error: an export must have a name of its own, Outputs [{outputs}] share {same.Key.Name}");
        }
    }

    private Dictionary<string, IReadOnlyCollection<string>> ConditionGraph() => template.Conditions.ToDictionary(
        condition => condition.Key,
        IReadOnlyCollection<string> (condition) => ConditionReferences.In(condition.Value).ToHashSet());

    private void CheckResource(TemplateResource resource)
    {
        var path = $"Resources.{resource.LogicalId}";
        if (types.Find(resource.Type) is { } type)
            problems.AddRange(type.Problems(resource, template).Select(problem => $"{path}: {problem}"));
        else
        {
            problems.Add(
                $"{path}: resource type {resource.Type} is not supported by the local CloudFormation; "
                + "it can be simulated (--simulate-unknown, or LocalAwsOptions.SimulateUnknownTypes)");
        }

        CheckConditionName(resource.Condition, path);
        foreach (var dependency in resource.DependsOn.Where(name => !template.Resources.ContainsKey(name)))
            problems.Add(Unresolved(dependency, $"{path}.DependsOn"));
        Check(resource.Properties, $"{path}.Properties", inCondition: false);
    }

    private void Check(JsonNode? node, string path, bool inCondition)
    {
        switch (node)
        {
            case JsonObject call when IntrinsicFunctions.IsCall(call):
                CheckCall(call.First().Key, call.First().Value, path, inCondition);
                break;
            case JsonObject reference when inCondition && reference.Count == 1 && reference["Condition"] is JsonValue name:
                CheckConditionName(name.ToString(), path);
                break;
            case JsonObject members:
                if (members.Select(member => member.Key).FirstOrDefault(IntrinsicFunctions.IsFunctionName) is { } function)
                    problems.Add($"Template error: {function} must be the only member of its object, at {path}");
                foreach (var (name, member) in members)
                    Check(member, $"{path}.{name}", inCondition);
                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Check(items[i], $"{path}[{i}]", inCondition);
                break;
            case JsonValue value when value.TryGetValue<string>(out var text) && DynamicReferences.Problem(text) is { } problem:
                problems.Add($"{problem}, at {path}");
                break;
        }
    }

    private void CheckCall(string name, JsonNode? argument, string path, bool inCondition)
    {
        if (IntrinsicFunctions.Find(name) is not { } function)
        {
            problems.Add($"Template error: {name} is not supported by the local CloudFormation, at {path}");
            return;
        }

        if (function.FormProblem(argument) is { } problem)
        {
            problems.Add($"{problem}, at {path}");
            return;
        }

        if (!template.HasExtensions && (function.IsExtension || (name == "Fn::FindInMap" && argument is JsonArray { Count: 4 })))
        {
            var extension = function.IsExtension ? name : "a default of Fn::FindInMap";
            problems.Add($"Template error: {extension} needs the Transform {LanguageExtensions.Name}, at {path}");
        }

        if (name == StackOutput && inCondition)
            problems.Add($"Template error: Cannot use {StackOutput} in Conditions, at {path}");
        if (name is "Fn::ImportValue" && DependsOnResources(argument))
        {
            problems.Add(
                "Template error: the attribute in Fn::ImportValue must not depend on any resources, imported values, or Fn::GetAZs, "
                + $"at {path}");
        }

        if (places == StackOutputPlaces.NotInOutputsOrSub && name is ("Fn::Sub" or "Fn::Base64") && Calls(argument, StackOutput))
            problems.Add($"Template error: {StackOutput} cannot stand inside {name}, at {path}");
        if (function.IsCondition && !inCondition)
            problems.Add($"Template error: {name} may only stand in Conditions and Rules, at {path}");

        // Own references only: those of nested calls are found when the walk reaches them.
        var nested = ReferenceFinder.In(argument).ToList();
        foreach (var reference in function.References(argument, null).Where(reference => !nested.Remove(reference)))
            CheckReference(reference, path, inCondition);
        Check(argument, path, inCondition);
    }

    private void CheckExportName(JsonNode? name, string path)
    {
        Check(name, path, inCondition: false);
        if (DependsOnResources(name))
        {
            problems.Add(
                "Template error: the Name field of Export must not depend on any resources, imported values, or Fn::GetAZs, "
                + $"at {path}");
        }
    }

    private bool DependsOnResources(JsonNode? node) =>
        ReferenceFinder.In(node).Any(reference => reference.Kind == ReferenceKind.Attribute
            || (reference.Kind == ReferenceKind.Ref && template.Resources.ContainsKey(reference.Name)))
        || new[] { "Fn::ImportValue", "Fn::GetAZs", StackOutput }.Any(function => Calls(node, function));

    private static bool Calls(JsonNode? node, string function) => node switch
    {
        JsonObject members => members.ContainsKey(function) || members.Any(member => Calls(member.Value, function)),
        JsonArray items => items.Any(item => Calls(item, function)),
        _ => false,
    };

    private void CheckReference(Reference reference, string path, bool inCondition)
    {
        switch (reference.Kind)
        {
            case ReferenceKind.Condition:
                CheckConditionName(reference.Name, path);
                break;
            case ReferenceKind.Mapping when !template.Mappings.ContainsKey(reference.Name):
                problems.Add($"Template error: mapping named '{reference.Name}' is not present in the 'Mappings' section, at {path}");
                break;
            case ReferenceKind.Ref when !IsKnownName(reference.Name, inCondition):
                problems.Add(Unresolved(reference.Name, path));
                break;
            case ReferenceKind.Attribute:
                CheckAttribute(reference, path, inCondition);
                break;
        }
    }

    private void CheckAttribute(Reference reference, string path, bool inCondition)
    {
        if (inCondition || !template.Resources.TryGetValue(reference.Name, out var resource))
            problems.Add($"Template error: instance of Fn::GetAtt references undefined resource {reference.Name}, at {path}");
        else if (reference.Attribute is { } attribute && types.Find(resource.Type)?.HasAttribute(attribute) == false)
            problems.Add($"Template error: resource {reference.Name} does not support attribute type {attribute} in Fn::GetAtt, at {path}");
    }

    private void CheckConditionName(string? name, string path)
    {
        if (name is not null && !template.Conditions.ContainsKey(name))
            problems.Add($"Template format error: Unresolved condition {name}, at {path}");
    }

    private bool IsKnownName(string name, bool inCondition) =>
        PseudoParameters.All.Contains(name) || template.Parameters.ContainsKey(name)
        || (!inCondition && template.Resources.ContainsKey(name));

    private static string Unresolved(string name, string path) =>
        $"Template format error: Unresolved resource dependencies [{name}] in the {path.Split('.')[0]} block of the template, at {path}";
}
