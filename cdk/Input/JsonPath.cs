using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BatchResource.Cdk.Internal;

/// <summary>Writes the place of a token in a line: <c>modelInput.messages[0].content</c>.</summary>
internal static class JsonPath
{
    private const int LongestName = 40;
    private const int MostLevels = 12;

    /// <summary>The path of the value or member that begins at this byte. The line must be valid JSON.</summary>
    public static string At(ReadOnlySpan<byte> line, long position)
    {
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = 1_000 });
        var levels = new List<(string? Name, int Index)>();
        while (json.Read())
        {
            if (json.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                levels.RemoveAt(levels.Count - 1);
                continue;
            }

            if (json.TokenType == JsonTokenType.PropertyName)
            {
                levels[^1] = (NameOf(json), 0);
            }
            else if (levels.Count > 0 && levels[^1] is { Name: null } element)
            {
                levels[^1] = (null, element.Index + 1);
            }

            if (json.TokenStartIndex == position)
            {
                break;
            }

            if (json.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            {
                levels.Add((json.TokenType == JsonTokenType.StartObject ? string.Empty : null, -1));
            }
        }

        return Text(levels);
    }

    private static string Text(List<(string? Name, int Index)> levels)
    {
        var path = new StringBuilder();
        foreach (var (name, index) in levels.Take(MostLevels))
        {
            _ = name is null
                ? path.Append(CultureInfo.InvariantCulture, $"[{index}]")
                : path.Append(path.Length > 0 ? "." : string.Empty).Append(name);
        }

        return levels.Count > MostLevels ? $"{path}..." : path.ToString();
    }

    private static string NameOf(in Utf8JsonReader json)
    {
        var bytes = json.ValueSpan;
        var name = Encoding.UTF8.GetString(bytes.Length <= LongestName ? bytes : bytes[..LongestName]);
        return bytes.Length <= LongestName ? name : $"{name}...";
    }
}
