namespace Amazon.Lambda.Core;

/// <summary>How grave a line of the log is.</summary>
public enum LogLevel
{
    /// <summary>Every detail.</summary>
    Trace = 0,

    /// <summary>For finding a fault.</summary>
    Debug = 1,

    /// <summary>The usual course of things.</summary>
    Information = 2,

    /// <summary>Out of the usual course.</summary>
    Warning = 3,

    /// <summary>Something failed.</summary>
    Error = 4,

    /// <summary>The function cannot go on.</summary>
    Critical = 5,
}
