namespace BatchResource.Cdk.Internal;

/// <summary>Bytes as hexadecimal text, in the small letters of an asset's hash. .NET 8 writes capital ones only.</summary>
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
