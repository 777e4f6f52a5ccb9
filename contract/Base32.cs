using System.Security.Cryptography;
using System.Text;

namespace BatchResource.Contract;

/// <summary>Makes short names for long texts: the first bits of SHA-256 in base 32, lower case, five bits for each character.</summary>
internal static class Base32
{
    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    public static string HashOf(string text, int length)
    {
        return string.Create(length, SHA256.HashData(Encoding.UTF8.GetBytes(text)), static (characters, bytes) =>
        {
            for (var index = 0; index < characters.Length; index++)
            {
                var bit = index * 5;
                var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
                characters[index] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
            }
        });
    }
}
