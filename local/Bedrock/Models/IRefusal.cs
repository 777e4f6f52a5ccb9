using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>How a family says what is wrong with a request.</summary>
internal interface IRefusal
{
    /// <summary>A member is not there.</summary>
    /// <param name="place">The object that lacks it, by names and numbers between slashes; empty for the request.</param>
    /// <param name="name">The member.</param>
    string Missing(string place, string name);

    /// <summary>A member is not what the rule asks for.</summary>
    string Wrong(string name, JsonElement value, MemberRule rule);

    /// <summary>A member must not be there.</summary>
    string Extra(string name);

    /// <summary>What stands among the messages is none.</summary>
    string NoMessage(int index, JsonElement value);

    /// <summary>A message's content is no array of blocks.</summary>
    string NoBlocks(int index, JsonElement value);
}
