using System.Text.Json;

namespace BatchResource.Cdk.Internal;

/// <summary>Checks the messages of a record while it is read: each must be an object with a role and a content.</summary>
internal sealed class MessageScan
{
    // In a record, the messages are on level 3, and their members on level 4.
    private const int MessageLevel = 3;
    private const int MemberLevel = 4;

    private long start;
    private bool hasRole;
    private bool hasContent;
    private bool isContent;

    /// <summary>The place of the first message that is not an object or lacks a member; -1 for none.</summary>
    public long Incomplete { get; private set; }

    /// <summary>The place of the first content that is a text; -1 for none.</summary>
    public long TextContent { get; private set; }

    /// <summary>Whether the reader is within the messages.</summary>
    public bool IsWithin { get; set; }

    public void Reset() => (Incomplete, TextContent, IsWithin, isContent) = (-1, -1, false, false);

    /// <summary>Looks at the reader's current token.</summary>
    public void Take(in Utf8JsonReader json)
    {
        if (!IsWithin)
        {
            return;
        }

        if (json.CurrentDepth == MessageLevel)
        {
            TakeMessage(json);
        }
        else if (json.CurrentDepth == MemberLevel)
        {
            TakeMember(json);
        }
    }

    private void TakeMessage(in Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.StartObject)
        {
            (start, hasRole, hasContent) = (json.TokenStartIndex, false, false);
        }
        else if (Incomplete < 0 && json.TokenType == JsonTokenType.EndObject && !(hasRole && hasContent))
        {
            Incomplete = start;
        }
        else if (Incomplete < 0 && json.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            Incomplete = json.TokenStartIndex;
        }
    }

    private void TakeMember(in Utf8JsonReader json)
    {
        if (json.TokenType == JsonTokenType.PropertyName)
        {
            isContent = json.ValueTextEquals("content"u8);
            hasContent |= isContent;
            hasRole |= json.ValueTextEquals("role"u8);
        }
        else if (isContent)
        {
            TextContent = TextContent < 0 && json.TokenType == JsonTokenType.String ? json.TokenStartIndex : TextContent;
            isContent = false;
        }
    }
}
