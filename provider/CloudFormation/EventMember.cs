using System.Text.Json;

namespace BatchResource.Provider.CloudFormation;

/// <summary>
/// Finds a member of an event. JSON can contain names that are not valid Unicode, and <see cref="JsonElement"/>'s own search throws when it
/// reads one.
/// </summary>
internal static class EventMember
{
    /// <summary>The last member of that name; undefined when there is none.</summary>
    public static JsonElement Find(JsonElement payload, string name)
    {
        var found = default(JsonElement);
        foreach (var member in payload.EnumerateObject())
        {
            if (IsNamed(member, name))
            {
                found = member.Value;
            }
        }

        return found;
    }

    private static bool IsNamed(JsonProperty member, string name)
    {
        try
        {
            return member.NameEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
