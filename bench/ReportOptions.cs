using System.CommandLine;

namespace BatchResource.Bench;

/// <summary>The options of every command.</summary>
internal static class ReportOptions
{
    public static Option<string?> Document() => new("--document") { Description = "the document whose section of figures is replaced" };
}
