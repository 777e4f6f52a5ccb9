using System.Buffers.Text;
using System.Globalization;
using System.Text;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>The opaque token that holds a caller's place in a list.</summary>
internal static class PageToken
{
    private const string Prefix = "after:";

    public static string At(int position) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Prefix}{position}"));

    /// <summary>The position that the token was made for.</summary>
    /// <exception cref="ServiceException">It was not made here.</exception>
    public static int Position(string token)
    {
        var text = Base64Url.IsValid(token) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)) : "";
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? position
            : throw ServiceException.Validation("The provided nextToken is not valid.");
    }
}
