using BatchResource.Local.Tool.Output;

namespace BatchResource.Local.Tool.Demo;

/// <summary>Says of each step what should be, and whether it is.</summary>
internal sealed class Expectations(Terminal terminal)
{
    private readonly List<string> unmet = [];

    /// <summary>What should have been and was not.</summary>
    public IReadOnlyList<string> Unmet => unmet;

    /// <summary>Compares and reports.</summary>
    /// <param name="what">The sentence that should be true.</param>
    /// <param name="expected">The value that makes it true.</param>
    /// <param name="actual">The value that is.</param>
    public void Equal<T>(string what, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual))
        {
            terminal.Line($"  ✓ {what}", "green");
            return;
        }

        var difference = $"{what}: expected {expected}, got {actual}";
        unmet.Add(difference);
        terminal.Line($"  ✗ {difference}", "red");
    }
}
