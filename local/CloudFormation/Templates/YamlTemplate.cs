using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>Turns a YAML template, short forms of functions included, into the JSON that it stands for.</summary>
internal static class YamlTemplate
{
    /// <summary>Digits of an octal number that fits into 64 bits.</summary>
    private const int LongestOctal = 21;

    /// <summary>Parses the text.</summary>
    /// <exception cref="TemplateException">The text is no YAML.</exception>
    public static JsonNode? Parse(string text)
    {
        try
        {
            RefuseWhatCannotBeRead(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1
                ? Convert(stream.Documents[0].RootNode, depth: 0)
                : throw new TemplateException($"Template format error: YAML must hold one document, found {stream.Documents.Count}.");
        }
        catch (YamlException e)
        {
            throw new TemplateException($"Template format error: YAML not well-formed. (line {e.Start.Line}, column {e.Start.Column})");
        }
    }

    /// <summary>A tree is read by recursion, for which a very deep one leaves no stack; its events come one by one.</summary>
    private static void RefuseWhatCannotBeRead(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > 2 * TemplateLimits.Depth)
                throw TooMuch();
            if (parser.Current is AnchorAlias alias)
            {
                throw new TemplateException(
                    $"Template error: YAML aliases are not allowed in CloudFormation templates (line {alias.Start.Line}).");
            }
        }
    }

    private static TemplateException TooMuch() =>
        new("Template format error: the YAML is nested too deeply.");

    private static JsonNode? Convert(YamlNode node, int depth)
    {
        if (depth > TemplateLimits.Depth)
            throw TooMuch();
        JsonNode? value = node switch
        {
            YamlMappingNode mapping => Mapping(mapping, depth),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(child => Convert(child, depth + 1))]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new TemplateException($"Template format error: unexpected YAML node at line {node.Start.Line}."),
        };
        return node.Tag.IsEmpty || node.Tag.Value[0] != '!' || node.Tag.IsNonSpecific ? value : ShortForm(node.Tag.Value[1..], value);
    }

    private static JsonObject Mapping(YamlMappingNode mapping, int depth)
    {
        var result = new JsonObject();
        foreach (var (key, value) in mapping.Children)
        {
            if (key is not YamlScalarNode { Value: { } name })
                throw new TemplateException($"Template format error: a key is not a string (line {key.Start.Line}).");
            result[name] = Convert(value, depth + 1);
        }

        return result;
    }

    private static JsonObject ShortForm(string tag, JsonNode? argument) => tag switch
    {
        "Ref" or "Condition" => new JsonObject { [tag] = argument },
        _ => new JsonObject { [$"Fn::{tag}"] = argument },
    };

    private static JsonValue? Scalar(YamlScalarNode scalar)
    {
        var text = scalar.Value ?? "";
        if (scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any) || !scalar.Tag.IsEmpty)
            return JsonValue.Create(text);
        return text switch
        {
            "" or "~" or "null" or "Null" or "NULL" => default(JsonValue),
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            // YAML 1.1, which CloudFormation reads, takes leading zeros for octal, those of an account id too: quote it.
            ['0', _, ..] when text.Length <= LongestOctal && text.All(digit => digit is >= '0' and <= '7') =>
                JsonValue.Create(text.Aggregate(0L, (sum, digit) => (sum * 8) + digit - '0')),
            _ when long.TryParse(text, CultureInfo.InvariantCulture, out var number)
                && number.ToString(CultureInfo.InvariantCulture) == text =>
                JsonValue.Create(number),
            _ => JsonValue.Create(text),
        };
    }
}
