namespace Amazon.Lambda.Core;

public interface IClientApplication
{
    string AppPackageName { get; }
    string AppTitle { get; }
    string AppVersionCode { get; }
    string AppVersionName { get; }
    string InstallationId { get; }
}

public interface IClientContext
{
    IClientApplication Client { get; }
    IDictionary<string, string> Custom { get; }
    IDictionary<string, string> Environment { get; }
}

public interface ICognitoIdentity
{
    string IdentityId { get; }
    string IdentityPoolId { get; }
}

public interface ILambdaContext
{
    IClientContext ClientContext { get; }
    ICognitoIdentity Identity { get; }
    ILambdaLogger Logger { get; }
    extern ILambdaSerializer Serializer { get; }
    TimeSpan RemainingTime { get; }
    int MemoryLimitInMB { get; }
    string AwsRequestId { get; }
    string FunctionName { get; }
    string FunctionVersion { get; }
    string InvokedFunctionArn { get; }
    string LogGroupName { get; }
    string LogStreamName { get; }
    extern string TenantId { get; }
    extern string TraceId { get; }
}

public interface ILambdaLogger
{
    extern void Log(LogLevel level, Exception exception, string message, params object[] args);
    extern void Log(LogLevel level, string message);
    extern void Log(LogLevel level, string message, params object[] args);
    extern void Log(string level, Exception exception, string message, params object[] args);
    extern void Log(string level, string message);
    extern void Log(string level, string message, params object[] args);
    void Log(string message);
    extern void LogCritical(Exception exception, string message, params object[] args);
    extern void LogCritical(string message);
    extern void LogCritical(string message, params object[] args);
    extern void LogDebug(Exception exception, string message, params object[] args);
    extern void LogDebug(string message);
    extern void LogDebug(string message, params object[] args);
    extern void LogError(Exception exception, string message, params object[] args);
    extern void LogError(string message);
    extern void LogError(string message, params object[] args);
    extern void LogInformation(Exception exception, string message, params object[] args);
    extern void LogInformation(string message);
    extern void LogInformation(string message, params object[] args);
    void LogLine(string message);
    extern void LogTrace(Exception exception, string message, params object[] args);
    extern void LogTrace(string message);
    extern void LogTrace(string message, params object[] args);
    extern void LogWarning(Exception exception, string message, params object[] args);
    extern void LogWarning(string message);
    extern void LogWarning(string message, params object[] args);
}

public interface ILambdaSerializer
{
    T Deserialize<T>(Stream requestStream);
    void Serialize<T>(T response, Stream responseStream);
}

public enum LogLevel
{
    Trace = 0,
    Debug = 1,
    Information = 2,
    Warning = 3,
    Error = 4,
    Critical = 5,
}
