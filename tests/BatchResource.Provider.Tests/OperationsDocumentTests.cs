using System.Globalization;
using System.Reflection;
using BatchResource.Provider.Jobs;
using BatchResource.Provider.Logging;
using BatchResource.Tests.Shared;

namespace BatchResource.Provider.Tests;

/// <summary>docs/operations.md knows every line of the log and every variable of the environment.</summary>
public sealed class OperationsDocumentTests
{
    private static readonly string Operations = RepositoryFiles.Read("docs/operations.md");

    [Fact]
    public void Every_Event_Of_The_Log_Is_Explained_And_No_Other() => Assert.Equal(
        new[] { typeof(Log), typeof(JobLog) }
            .SelectMany(log => log.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => method.Name)
            .Where(name => name != nameof(Log.For))
            .Order(StringComparer.Ordinal),
        MarkdownTables.Below(Operations, "The log").Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_Environment_Variable_Is_Explained_With_Its_Default_And_No_Other()
    {
        var asked = new List<string>();
        ProviderOptions.Read(name =>
        {
            asked.Add(name);
            return null;
        });
        var rows = MarkdownTables.Below(Operations, "Environment variables");
        var defaults = typeof(LifecycleOptions).GetProperties()
            .Where(property => property.PropertyType == typeof(TimeSpan))
            .ToDictionary(
                property => property.Name,
                property => ((TimeSpan)property.GetValue(new LifecycleOptions())!).TotalSeconds.ToString(CultureInfo.InvariantCulture),
                StringComparer.OrdinalIgnoreCase);

        Assert.Equal(asked.Order(StringComparer.Ordinal), rows.Keys.Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.StartsWith(
            $" | {defaults[row.Key["BATCHRESOURCE_".Length..].Replace("_", string.Empty, StringComparison.Ordinal)]} |",
            row.Value,
            StringComparison.Ordinal));
    }
}
