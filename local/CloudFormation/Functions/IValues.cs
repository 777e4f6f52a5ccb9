using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>What the names in a template stand for.</summary>
internal interface IValues
{
    /// <summary>The value of a parameter, pseudo parameter or resource; null for <c>AWS::NoValue</c>.</summary>
    JsonNode? Ref(string name);

    /// <summary>An attribute of a resource that exists.</summary>
    JsonNode? Attribute(string logicalId, string attribute);

    /// <summary>Whether a condition holds.</summary>
    bool Condition(string name);

    /// <summary>A value of a mapping, or null when there is none.</summary>
    JsonNode? Mapping(string map, string topLevelKey, string secondLevelKey);

    /// <summary>What another stack exports by that name.</summary>
    string Import(string name);

    /// <summary>An output of another stack.</summary>
    string StackOutput(string stackName, string outputName, string? region);

    /// <summary>The value of a parameter of Systems Manager, or null.</summary>
    string? StoredParameter(string name);
}
