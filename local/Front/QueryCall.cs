using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.Iam;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Front;

/// <summary>A call in the Query protocol.</summary>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Caller">Who calls.</param>
internal sealed record QueryCall(QueryParameters Parameters, CallerIdentity Caller)
{
    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="ServiceException">It is not.</exception>
    public string Require(string name) => Parameters[name] is { Length: > 0 } value
        ? value
        : throw Validation(
            $"1 validation error detected: Value null at '{char.ToLowerInvariant(name[0])}{name[1..]}' failed to satisfy constraint: "
            + "Member must not be null");

    /// <summary>The error of services in this protocol for what they cannot accept.</summary>
    public static ServiceException Validation(string message) => new(StatusCodes.Status400BadRequest, "ValidationError", message);
}
