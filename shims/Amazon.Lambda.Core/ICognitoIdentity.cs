namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity of a mobile client.</summary>
public interface ICognitoIdentity
{
    /// <summary>The identity.</summary>
    string IdentityId { get; }

    /// <summary>The pool it belongs to.</summary>
    string IdentityPoolId { get; }
}
