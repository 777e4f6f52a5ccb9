namespace BatchResource.Local.Iam;

/// <summary>Decides whether a principal may do something, as IAM would from the policies that are attached to it.</summary>
public interface IAuthorizer
{
    /// <summary>Evaluates the principal's policies for one action on one resource.</summary>
    Authorization Authorize(AuthorizationRequest request);
}
