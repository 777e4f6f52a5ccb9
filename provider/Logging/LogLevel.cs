namespace BatchResource.Provider.Logging;

/// <summary>How much a line matters, in the words that Lambda's JSON log format uses.</summary>
internal enum LogLevel
{
    Information,
    Warning,
    Error,
}
