#nullable enable
using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport.Internal;

/// <summary>Lambda takes what a function writes to its console into the log.</summary>
internal sealed class ConsoleLogger : ILambdaLogger
{
    public static readonly ConsoleLogger Instance = new();

    public void Log(string message) => Console.Write(message);

    public void LogLine(string message) => Console.WriteLine(message);
}
