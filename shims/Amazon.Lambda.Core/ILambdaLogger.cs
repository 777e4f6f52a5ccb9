namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log.</summary>
public interface ILambdaLogger
{
    /// <summary>Writes a message as it is.</summary>
    void Log(string message);

    /// <summary>Writes a message and ends the line.</summary>
    void LogLine(string message);
}
