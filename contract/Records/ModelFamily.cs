namespace BatchResource.Contract;

/// <summary>A form of records: the request body of models of one make, or of Converse.</summary>
/// <param name="Form">Which it is.</param>
/// <param name="Name">What messages call it.</param>
/// <param name="Source">The page that documents it.</param>
/// <param name="Rules">What it must be.</param>
internal sealed record ModelFamily(ModelForm Form, string Name, string Source, IReadOnlyList<MemberRule> Rules)
{
    /// <summary>Whether each of the messages must have a role and a content.</summary>
    public bool HasMessages { get; init; }

    /// <summary>Whether each message's content is a list of blocks, never a text.</summary>
    public bool HasContentBlocks { get; init; }
}
