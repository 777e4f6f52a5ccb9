namespace BatchResource.Contract;

/// <summary>The tags that the provider itself puts on jobs.</summary>
internal static class ReservedTags
{
    /// <summary>
    /// What their keys begin with. Keys of users must not, in whatever case: they could wipe out what proves whose a job is.
    /// </summary>
    public const string Prefix = "batchresource:";

    /// <summary>Whether a key is one of the provider's.</summary>
    public static bool Contains(string key) => key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
