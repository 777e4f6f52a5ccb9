namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log.</summary>
public interface ILambdaLogger
{
    /// <summary>Writes a message as it is.</summary>
    void Log(string message);

    /// <summary>Writes a message and ends the line.</summary>
    void LogLine(string message);

    /// <summary>Writes a message of a level and ends the line; a logger that knows no levels leaves the level out.</summary>
    void Log(string level, string message) => LogLine(message);

    /// <inheritdoc cref="Log(string, string)"/>
    void Log(LogLevel level, string message) => Log(level.ToString(), message);

    /// <summary>Writes a message with named holes of a level; a logger that fills no holes writes it as it is.</summary>
    void Log(string level, string message, params object[] args) => Log(level, message);

    /// <inheritdoc cref="Log(string, string, object[])"/>
    void Log(LogLevel level, string message, params object[] args) => Log(level.ToString(), message, args);

    /// <summary>Writes a message with named holes of a level, and what was thrown.</summary>
    void Log(string level, Exception exception, string message, params object[] args)
    {
        Log(level, message, args);
        Log(level, exception.ToString());
    }

    /// <inheritdoc cref="Log(string, Exception, string, object[])"/>
    void Log(LogLevel level, Exception exception, string message, params object[] args) =>
        Log(level.ToString(), exception, message, args);
}
