namespace BatchResource.Local.Iam;

/// <summary>Credentials that the local AWS accepts.</summary>
/// <param name="AccessKeyId">Names them in a signature.</param>
/// <param name="SecretAccessKey">Signs.</param>
/// <param name="SessionToken">Goes with temporary credentials, null for a user's own.</param>
/// <param name="Identity">Whom they stand for.</param>
/// <param name="Expiration">When they stop working, null for never.</param>
public sealed record IssuedCredentials(
    string AccessKeyId,
    string SecretAccessKey,
    string? SessionToken,
    CallerIdentity Identity,
    DateTimeOffset? Expiration)
{
    /// <summary>Names the credentials without giving them away.</summary>
    public override string ToString() => $"{AccessKeyId} ({Identity.Arn})";
}
