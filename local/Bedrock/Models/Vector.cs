using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BatchResource.Local.Bedrock.Models;

/// <summary>A vector for a text: the same for the same text, of length one, and without meaning.</summary>
internal sealed class Vector
{
    private readonly double[] numbers;

    public Vector(string text, int dimensions)
    {
        var bytes = new byte[dimensions * sizeof(ushort)];
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        for (var offset = 0; offset < bytes.Length; offset += SHA256.HashSizeInBytes)
        {
            seed = SHA256.HashData(seed);
            seed.AsSpan(0, Math.Min(SHA256.HashSizeInBytes, bytes.Length - offset)).CopyTo(bytes.AsSpan(offset));
        }
        numbers = new double[dimensions];
        for (var index = 0; index < dimensions; index++)
            numbers[index] = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(index * sizeof(ushort))) - (ushort.MaxValue / 2.0);
        var length = Math.Sqrt(numbers.Sum(number => number * number));
        for (var index = 0; index < dimensions; index++)
            numbers[index] = Math.Round(numbers[index] / length, 8);
    }

    /// <summary>The numbers themselves.</summary>
    public JsonArray Floats() => [.. numbers.Select(number => (JsonNode)number)];

    /// <summary>Each number as one bit.</summary>
    public JsonArray Bits() => [.. numbers.Select(number => (JsonNode)(number > 0 ? 1 : 0))];

    /// <summary>Each number as a byte from -128 to 127.</summary>
    public JsonArray Bytes() => [.. numbers.Select(number => (JsonNode)(int)Math.Round(number * sbyte.MaxValue))];
}
