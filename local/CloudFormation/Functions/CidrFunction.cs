using System.Globalization;
using System.Net;
using System.Numerics;
using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>
/// Blocks of addresses, one after the other, out of a larger block: <c>["10.0.0.0/16", 6, 8]</c> are six of 256 addresses.
/// </summary>
internal sealed class CidrFunction() : IntrinsicFunction("Fn::Cidr")
{
    public override JsonNode? Evaluate(JsonNode? argument, Evaluator evaluator)
    {
        var arguments = List(argument);
        var block = evaluator.Text(arguments[0], Name);
        var (count, bits) = (Number(evaluator.Text(arguments[1], Name)), Number(evaluator.Text(arguments[2], Name)));
        if (!IPNetwork.TryParse(block, out var network))
            throw new FunctionException($"Template error: Fn::Cidr needs a block such as 10.0.0.0/16, got {block}");
        var width = network.BaseAddress.GetAddressBytes().Length * 8;
        var size = BigInteger.One << bits;
        if (count is < 1 or > 256 || bits < 1 || width - bits < network.PrefixLength
            || size * count > BigInteger.One << (width - network.PrefixLength))
            throw new FunctionException($"Template error: Fn::Cidr cannot make {count} blocks with {bits} bits each from {block}");
        var first = new BigInteger(network.BaseAddress.GetAddressBytes(), isUnsigned: true, isBigEndian: true);
        return new JsonArray([.. Enumerable.Range(0, count)
            .Select(i => JsonValue.Create($"{Address(first + (size * i), width)}/{width - bits}"))]);
    }

    public override string? FormProblem(JsonNode? argument) => NotAList(argument, 3, 3);

    private static IPAddress Address(BigInteger number, int width)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return new([.. new byte[(width / 8) - bytes.Length], .. bytes]);
    }

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FunctionException($"Template error: Fn::Cidr needs numbers for count and bits, got {text}");
}
