namespace BatchResource.Local.Iam.Policies;

/// <summary>IAM's wildcards: <c>*</c> for any characters, <c>?</c> for one.</summary>
internal static class Wildcard
{
    /// <summary>Whether the whole text matches; takes time proportional to both lengths at most.</summary>
    public static bool IsMatch(string pattern, string text, bool ignoreCase = false)
    {
        var (p, t) = (0, 0);
        var (star, resume) = (-1, 0);
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, t);
            }
            else if (p < pattern.Length && (pattern[p] == '?' || Same(pattern[p], text[t], ignoreCase)))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // The last star takes one character more.
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }
        return pattern.AsSpan(p).IndexOfAnyExcept('*') < 0;
    }

    /// <summary>Whether two ARNs match, each of their six parts for itself.</summary>
    public static bool IsArnMatch(string pattern, string arn)
    {
        var (patterns, parts) = (pattern.Split(':', 6), arn.Split(':', 6));
        return patterns.Length == parts.Length && patterns.Zip(parts).All(pair => IsMatch(pair.First, pair.Second));
    }

    private static bool Same(char a, char b, bool ignoreCase) =>
        a == b || (ignoreCase && char.ToUpperInvariant(a) == char.ToUpperInvariant(b));
}
