using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation;

/// <summary>Stands in a plan for a value that is only known when a resource has been created or changed.</summary>
internal static class UnknownValue
{
    /// <summary>What CloudFormation shows for it in the properties of a change set.</summary>
    public const string Text = "{{changeSet:KNOWN_AFTER_APPLY}}";

    /// <summary>Whether a value is not known, or holds a part that is not.</summary>
    public static bool IsIn(JsonNode? value) => value?.ToJsonString().Contains(Text, StringComparison.Ordinal) == true;
}
