using System.Text.RegularExpressions;

namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>A parameter's AllowedPattern. Templates are anybody's, so a pattern must neither break the engine nor keep it busy.</summary>
internal static class AllowedPattern
{
    /// <summary>For patterns that only a search with backtracking can match: those with lookarounds or backreferences.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Whether it is a regular expression.</summary>
    public static bool IsValid(string pattern)
    {
        try
        {
            _ = Whole(pattern);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>What is wrong with the value, or null when the whole of it matches.</summary>
    public static string? Problem(string pattern, string value)
    {
        try
        {
            return Whole(pattern).IsMatch(value) ? null : $"must match pattern {pattern}";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"it takes more than {Patience.TotalSeconds} s to see whether the value matches pattern {pattern}; simplify the pattern";
        }
    }

    private static Regex Whole(string pattern)
    {
        var whole = $@"\A(?:{pattern})\z";
        try
        {
            return new Regex(whole, RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(whole, RegexOptions.None, Patience);
        }
    }
}
