using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>What the scan found about a member.</summary>
/// <param name="Token">The first token of its value. None if the member is not there.</param>
/// <param name="IsEmpty">Whether it is an empty text, array or object.</param>
/// <param name="Raw">A short text or number as in JSON, if a rule names the allowed values.</param>
internal readonly record struct MemberValue(JsonTokenType Token, bool IsEmpty, string? Raw)
{
    public bool IsThere => Token != JsonTokenType.None;

    public string Description => Raw is not null ? (Token == JsonTokenType.String ? $"\"{Raw}\"" : Raw)
        : IsEmpty && Token == JsonTokenType.StartArray ? "an empty array"
        : IsEmpty && Token == JsonTokenType.String ? "an empty text"
        : TokenNames.Of(Token);
}
