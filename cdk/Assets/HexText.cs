namespace BatchResource.Cdk.Internal;

/// <summary>Writes bytes as hexadecimal text in lower case, as asset hashes are. .NET 8 has only upper case.</summary>
internal static class HexText
{
    public static string Of(byte[] bytes) => string.Create(bytes.Length * 2, bytes, static (text, bytes) =>
    {
        const string Digits = "0123456789abcdef";
        for (var index = 0; index < bytes.Length; index++)
        {
            text[index * 2] = Digits[bytes[index] >> 4];
            text[(index * 2) + 1] = Digits[bytes[index] & 15];
        }
    });
}
