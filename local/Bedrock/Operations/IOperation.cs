using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Iam;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>What an operation of the API does, once its input is known to satisfy the service model.</summary>
internal interface IOperation
{
    /// <summary>What the caller must be allowed to do.</summary>
    IEnumerable<Permission> Permissions(JsonObject input);

    /// <summary>Has the effect and returns the answer's body, or null for an empty one.</summary>
    /// <exception cref="ServiceException">The answer is an error.</exception>
    JsonObject? Execute(JsonObject input);
}
