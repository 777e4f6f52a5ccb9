using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BatchResource.Local.Iam;

/// <summary>Issues credentials and knows whose they are, as STS does.</summary>
/// <param name="wallClock">The time that expirations are measured by; the machine's when absent, as signatures are stamped by it.</param>
public sealed class CredentialStore(TimeProvider? wallClock = null)
{
    private const string KeyCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromHours(12);

    private readonly TimeProvider wallClock = wallClock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, IssuedCredentials> issued = new(StringComparer.Ordinal);

    /// <summary>Says in a refusal which credentials are accepted; empty while none were added by <see cref="Announce"/>.</summary>
    internal string Hint { get; private set; } = "";

    /// <summary>Issues temporary credentials of a role.</summary>
    /// <param name="roleArn">The role.</param>
    /// <param name="sessionName">Ends the session's ARN; Lambda uses the function's name.</param>
    /// <param name="lifetime">How long they work; 12 hours when absent.</param>
    public IssuedCredentials Issue(string roleArn, string sessionName, TimeSpan? lifetime = null)
    {
        var credentials = new IssuedCredentials(
            "ASIA" + RandomNumberGenerator.GetString(KeyCharacters, 16),
            RandomNumberGenerator.GetString(SecretCharacters, 40),
            RandomNumberGenerator.GetString(SecretCharacters, 200),
            CallerIdentity.ForRole(roleArn, sessionName),
            wallClock.GetUtcNow() + (lifetime ?? DefaultLifetime));
        issued[credentials.AccessKeyId] = credentials;
        return credentials;
    }

    /// <summary>Accepts well-known credentials from now on, such as <c>test</c>/<c>test</c>.</summary>
    public void Add(string accessKeyId, string secretAccessKey, CallerIdentity identity) =>
        issued[accessKeyId] = new IssuedCredentials(accessKeyId, secretAccessKey, SessionToken: null, identity, Expiration: null);

    /// <summary>Accepts the credentials of the account's user, and names them in every refusal of others.</summary>
    internal void Announce(string accessKeyId, string secretAccessKey, CallerIdentity identity)
    {
        Add(accessKeyId, secretAccessKey, identity);
        Hint = $" This local AWS accepts AWS_ACCESS_KEY_ID={accessKeyId} AWS_SECRET_ACCESS_KEY={secretAccessKey}, "
            + "and the credentials of roles that it has issued.";
    }

    /// <summary>Forgets the credentials; calls signed with them are refused from now on.</summary>
    public void Revoke(string accessKeyId) => issued.TryRemove(accessKeyId, out _);

    /// <summary>The credentials of that id, or null; those that have expired are returned too.</summary>
    public IssuedCredentials? Find(string accessKeyId) => issued.GetValueOrDefault(accessKeyId);
}
