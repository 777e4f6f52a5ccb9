#!/usr/bin/env dotnet
#:property PublishAot=false

using System.Xml.Linq;

// Adds up the results of the test runner, and prints `N passed, N failed`, with `, N skipped` where any was.
// Fails when a test failed, when a run did not come to its end, and when one of the named projects has no result.
// Usage: dotnet run --file eng/TestSum.cs -- FOLDER PROJECT...
XNamespace trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
var runs = Directory.GetFiles(args[0], "*.trx").Select(file => XDocument.Load(file).Root!).ToList();

var outcomes = runs.Descendants(trx + "UnitTestResult").Select(result => (string?)result.Attribute("outcome")).ToList();
var passed = outcomes.Count(outcome => outcome == "Passed");
var skipped = outcomes.Count(outcome => outcome == "NotExecuted");
var failed = outcomes.Count - passed - skipped;
var succeeded = failed == 0;

var assemblies = runs.Descendants(trx + "UnitTest")
    .Select(test => Path.GetFileNameWithoutExtension(((string?)test.Attribute("storage") ?? "").Replace('\\', '/')))
    .ToHashSet(StringComparer.OrdinalIgnoreCase);
foreach (var project in args[1..].Where(project => !assemblies.Contains(project)))
{
    Console.WriteLine($"{project} did not run.");
    succeeded = false;
}

// A test host that ends early writes what it had until then, and says so here.
if (runs.Any(run => (string?)run.Element(trx + "ResultSummary")?.Attribute("outcome") is not ("Completed" or "Passed")) && failed == 0)
{
    Console.WriteLine("A run did not come to its end, see above.");
    succeeded = false;
}

Console.WriteLine($"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
return succeeded ? 0 : 1;
