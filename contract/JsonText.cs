using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>
/// Reads the strings of a JSON document safely. JSON can contain text that is not valid Unicode (half of a surrogate pair), and
/// System.Text.Json throws when such text is read.
/// </summary>
internal static class JsonText
{
    private const int LongestShown = 200;

    /// <summary>The string; null if it is not valid text.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The member's name; null if it is not valid text.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The value as JSON, cut to a readable length.</summary>
    public static string Shown(JsonElement value)
    {
        try
        {
            return Cut(value.GetRawText());
        }
        catch (InvalidOperationException)
        {
            return "text that is no valid Unicode";
        }
    }

    /// <summary>The text, cut to a readable length.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= LongestShown)
        {
            return text;
        }

        var end = char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown;
        return $"{text.AsSpan(0, end)}... ({text.Length} characters)";
    }
}
