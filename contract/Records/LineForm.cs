namespace BatchResource.Contract;

/// <summary>What the bytes of a line are, before anything reads them as JSON.</summary>
internal enum LineForm
{
    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>Text in UTF-8 after a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>A part of a file in UTF-16.</summary>
    Utf16,

    /// <summary>Nothing but white space.</summary>
    Blank,

    /// <summary>No text in UTF-8.</summary>
    NotUtf8,
}
