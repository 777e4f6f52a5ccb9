using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>One request to a model.</summary>
/// <param name="ModelId">The id of the model, or of the profile where the model behind it is not known.</param>
/// <param name="Input">The request's body.</param>
/// <param name="Time">When the job was submitted: the only time that answers tell, so that the same job has the same answers.</param>
internal sealed record EchoCall(string ModelId, JsonElement Input, DateTimeOffset Time)
{
    private const int CharactersPerToken = 4;

    /// <summary>What is said to the model.</summary>
    public string Prompt { get; } = Models.Prompt.Of(Input);

    /// <summary>What it says.</summary>
    public string Text => $"Echo: {Prompt}";

    /// <summary>The tokens of the prompt, at four characters each.</summary>
    public int InputTokens => Tokens(Prompt);

    /// <summary>The tokens of the answer.</summary>
    public int OutputTokens => Tokens(Text);

    /// <summary>Hexadecimal digits that are the same for the same input, up to 64 of them.</summary>
    public string Id(int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Input.GetRawText())))[..length];

    /// <summary>A member that is a text, or null.</summary>
    public string? TextOf(string member) =>
        Input.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>A member that is a whole number, or null.</summary>
    public int? NumberOf(string member) =>
        Input.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;

    /// <summary>The texts of a member that is an array of them; none when it is not there.</summary>
    public IReadOnlyList<string> TextsOf(string member) =>
        Input.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!)]
            : [];

    private static int Tokens(string text) => (text.Length + CharactersPerToken - 1) / CharactersPerToken;
}
