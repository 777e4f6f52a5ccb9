namespace BatchResource.Local.Iam;

/// <summary>Who signed a call, as <c>sts:GetCallerIdentity</c> would answer.</summary>
/// <param name="Arn">The ARN that AWS names in refusals, such as <c>arn:aws:sts::123456789012:assumed-role/Name/session</c>.</param>
/// <param name="RoleArn">The role whose policies count, or null for a user that may do everything, and for a service.</param>
/// <param name="Service">The service principal, such as <c>bedrock.amazonaws.com</c>, when AWS itself calls.</param>
public sealed record CallerIdentity(string Arn, string? RoleArn, string? Service = null)
{
    /// <summary>The identity of a service that is about to assume a role.</summary>
    public static CallerIdentity ForService(string service) => new(service, RoleArn: null, service);

    /// <summary>The identity of a session of a role.</summary>
    /// <exception cref="ArgumentException"><paramref name="roleArn"/> is not the ARN of a role.</exception>
    public static CallerIdentity ForRole(string roleArn, string sessionName)
    {
        ArgumentNullException.ThrowIfNull(roleArn);
        var parts = roleArn.Split(':', 6);
        if (parts.Length != 6 || parts[2] != "iam" || !parts[5].StartsWith("role/", StringComparison.Ordinal))
            throw new ArgumentException($"must be the ARN of a role, got \"{roleArn}\"", nameof(roleArn));
        var name = parts[5][(parts[5].LastIndexOf('/') + 1)..];
        return new CallerIdentity($"arn:{parts[1]}:sts::{parts[4]}:assumed-role/{name}/{sessionName}", roleArn);
    }
}
