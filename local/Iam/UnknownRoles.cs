namespace BatchResource.Local.Iam;

/// <summary>
/// Trusts roles that no stack has created: they stand for what a user made by hand in a real account. What stacks say of their own roles
/// counts as ever.
/// </summary>
internal sealed class UnknownRoles(IamRegistry roles, IAuthorizer inner) : IAuthorizer
{
    /// <inheritdoc/>
    public Authorization Authorize(AuthorizationRequest request)
    {
        var role = request.Caller.Service is null && request.Action != "sts:AssumeRole" ? request.Caller.RoleArn : request.ResourceArn;
        return role is not null && roles.FindRole(role) is null ? new(IsAllowed: true) : inner.Authorize(request);
    }
}
