namespace BatchResource.Cdk.Internal;

/// <summary>What is wrong with one record.</summary>
/// <param name="Text">A sentence without its subject, which is the line.</param>
internal readonly record struct RecordProblem(string Text)
{
    /// <summary>What problems that are listed together have in common; the text itself where it holds nothing of the one line.</summary>
    public string Kind { get; init; } = Text;

    /// <summary>Whether the record may be right all the same.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether the whole file is not what it should be, so that one line is as good as all.</summary>
    public bool IsOfTheFile { get; init; }
}
