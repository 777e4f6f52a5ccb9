namespace BatchResource.Contract;

/// <summary>A form of records: the request body of one vendor's models, or of Converse.</summary>
/// <param name="Form">The form.</param>
/// <param name="Name">Its name in messages.</param>
/// <param name="Source">The page that documents it.</param>
/// <param name="Rules">The rules for its members.</param>
internal sealed record ModelFamily(ModelForm Form, string Name, string Source, IReadOnlyList<MemberRule> Rules)
{
    /// <summary>Whether each of the messages must have a role and a content.</summary>
    public bool HasMessages { get; init; }

    /// <summary>Whether each message's content must be a list of blocks and not a text.</summary>
    public bool HasContentBlocks { get; init; }
}
