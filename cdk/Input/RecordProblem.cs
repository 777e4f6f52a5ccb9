namespace BatchResource.Cdk.Internal;

/// <summary>A problem of one record.</summary>
/// <param name="Text">A sentence without its subject. The subject is the line.</param>
internal readonly record struct RecordProblem(string Text)
{
    /// <summary>
    /// The part that problems of one kind have in common. It is the text itself if the text says nothing about its own line.
    /// </summary>
    public string Kind { get; init; } = Text;

    /// <summary>Whether the record may be correct anyway.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether the whole file has the problem, so that one line is enough to report.</summary>
    public bool IsOfTheFile { get; init; }
}
