namespace BatchResource.Local.Iam;

/// <summary>Allows everything: for a control plane that serves on its own and knows no roles.</summary>
public sealed class PermissiveAuthorizer : IAuthorizer
{
    /// <summary>The one instance.</summary>
    public static PermissiveAuthorizer Instance { get; } = new();

    /// <inheritdoc/>
    public Authorization Authorize(AuthorizationRequest request) => new(IsAllowed: true);
}
