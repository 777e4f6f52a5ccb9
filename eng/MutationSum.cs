#!/usr/bin/env dotnet
#:property PublishAot=false

using System.Globalization;
using System.Text.Json;

// Adds up the reports of dotnet-stryker by folder: how many changes the tests noticed. A change whose tests ran into a time limit is
// counted apart and not as noticed, since a busy machine runs into it too. Lists what was not noticed, and fails when less than the given
// percentage of a folder's changes was.
// Usage: dotnet run --file eng/MutationSum.cs -- PERCENT REPORT...
var least = decimal.Parse(args[0], CultureInfo.InvariantCulture);
var changes = args[1..].SelectMany(Changes).ToList();
foreach (var change in changes.Where(change => change.Status is not ("Killed" or "Timeout")))
{
    Console.WriteLine($"{change.File}:{change.Line} {(change.Status == "NoCoverage" ? "no test runs" : "not noticed")}: {change.Text}");
}

Console.WriteLine($"{"",-24}{"changes",9}{"noticed",9}{"",8}{"time limit",12}{"not noticed",13}{"no test runs",14}");
var succeeded = true;
foreach (var folder in changes.GroupBy(change => change.Folder).OrderBy(folder => folder.Key, StringComparer.Ordinal))
{
    var noticed = Count("Killed");
    var percent = 100m * noticed / folder.Count();
    succeeded &= percent >= least;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{folder.Key,-24}{folder.Count(),9}{noticed,9}{percent,6:F1} %{Count("Timeout"),12}{Count("Survived"),13}"
            + $"{Count("NoCoverage"),14}"));

    int Count(string status) => folder.Count(change => change.Status == status);
}

Console.WriteLine(succeeded
    ? $"Of the changes to each folder, at least {least} % were noticed."
    : $"Of the changes to a folder, less than {least} % were noticed.");
return succeeded ? 0 : 1;

static IEnumerable<(string File, string Folder, int Line, string Text, string Status)> Changes(string report)
{
    using var json = JsonDocument.Parse(File.ReadAllText(report));
    foreach (var file in json.RootElement.GetProperty("files").EnumerateObject())
    {
        // The contract is one subject, and so is each folder of the provider.
        var path = Path.GetRelativePath(Environment.CurrentDirectory, file.Name).Replace('\\', '/');
        var folder = string.Join('/', path.Split('/')[..(path.StartsWith("provider/", StringComparison.Ordinal) ? 2 : 1)]);
        foreach (var mutant in file.Value.GetProperty("mutants").EnumerateArray())
        {
            var status = mutant.GetProperty("status").GetString()!;
            if (status is "Killed" or "Timeout" or "Survived" or "NoCoverage")
            {
                var line = mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32();
                var words = mutant.GetProperty("replacement").GetString()!.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
                yield return (path, folder, line, string.Join(' ', words), status);
            }
        }
    }
}
