namespace BatchResource.Contract;

/// <summary>The tags that the provider itself sets on jobs.</summary>
internal static class ReservedTags
{
    /// <summary>
    /// The beginning of their keys, in any case. A user's tag must not begin with it, because it could overwrite the proof of a job's
    /// owner.
    /// </summary>
    public const string Prefix = "batchresource:";

    /// <summary>Whether a key belongs to the provider.</summary>
    public static bool Contains(string key) => key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);
}
