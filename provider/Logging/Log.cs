using System.Globalization;

namespace BatchResource.Provider.Logging;

/// <summary>
/// Every log line about events and answers; those about jobs are in JobLog. A line is an event with a stable name, the rule that it
/// follows, and the ids of the deployment. Nothing else can be logged. So no presigned URL, credential or model input can get into the log.
/// </summary>
internal class Log
{
    private readonly LogWriter writer;
    private readonly LogScope? scope;

    public Log(LogWriter writer)
        : this(writer, scope: null)
    {
    }

    /// <summary>The same log, for a derived type with more lines.</summary>
    protected Log(Log log)
        : this(log.writer, log.scope)
    {
    }

    private Log(LogWriter writer, LogScope? scope)
    {
        this.writer = writer;
        this.scope = scope;
    }

    /// <summary>The same log for the lines of one event.</summary>
    public Log For(LogScope eventScope) => new(writer, eventScope);

    public void EventReceived(string requestType, string? physicalResourceId) =>
        Write(LogLevel.Information, "EventReceived", "L1", ("requestType", requestType), ("physicalResourceId", physicalResourceId));

    public void EventAnswered(string status, string physicalResourceId, string? reason) =>
        Write(
            status == "SUCCESS" ? LogLevel.Information : LogLevel.Error,
            "EventAnswered",
            "L1",
            ("status", status),
            ("physicalResourceId", physicalResourceId),
            ("reason", reason));

    public void EventUnreadable(string problem) => Write(LogLevel.Error, "EventUnreadable", "L1", ("problem", problem));

    public void UnexpectedFailure(string exceptionType, string? message, string? stackTrace) =>
        Write(
            LogLevel.Error,
            "UnexpectedFailure",
            "L1",
            ("exceptionType", exceptionType),
            ("message", message),
            ("stackTrace", stackTrace));

    public void AnswerRefused(string host, int statusCode, int attempt) =>
        Write(LogLevel.Warning, "AnswerRefused", "L2", ("host", host), ("statusCode", Number(statusCode)), ("attempt", Number(attempt)));

    public void AnswerNotSent(string host, string failure, int attempt) =>
        Write(LogLevel.Warning, "AnswerNotSent", "L2", ("host", host), ("failure", failure), ("attempt", Number(attempt)));

    public void AnswerLost(string host) => Write(LogLevel.Error, "AnswerLost", "L2", ("host", host));

    public void DeadlineReached() => Write(LogLevel.Error, "DeadlineReached", "L3");

    protected static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected void Write(LogLevel level, string name, string rule, params ReadOnlySpan<(string Name, string? Value)> details) =>
        writer.Write(level, name, rule, scope, details);
}
