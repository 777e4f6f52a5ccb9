namespace BatchResource.Bench.Startup;

/// <summary>A function that is measured: how its process is started, and the event that it gets.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="Folder">What is deployed as the function.</param>
/// <param name="EventFor">The properties of the n-th job's event.</param>
internal sealed record Contender(
    string Name, string FileName, IReadOnlyList<string> Arguments, string Folder, Func<int, JobProperties> EventFor)
{
    /// <summary>Environment variables beyond those that Lambda sets.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
