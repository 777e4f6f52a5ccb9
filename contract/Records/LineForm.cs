namespace BatchResource.Contract;

/// <summary>The form of a line's bytes, before they are read as JSON.</summary>
internal enum LineForm
{
    /// <summary>Text in UTF-8.</summary>
    Text,

    /// <summary>Text in UTF-8 after a byte order mark.</summary>
    ByteOrderMark,

    /// <summary>A part of a file in UTF-16.</summary>
    Utf16,

    /// <summary>Only white space.</summary>
    Blank,

    /// <summary>Not text in UTF-8.</summary>
    NotUtf8,
}
