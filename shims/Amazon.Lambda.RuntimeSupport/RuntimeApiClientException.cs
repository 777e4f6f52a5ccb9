namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API refused a call. The program cannot go on and should end; Lambda starts another.</summary>
public class RuntimeApiClientException : Exception
{
    internal RuntimeApiClientException(string message, int statusCode)
        : base(message)
    {
        StatusCode = statusCode;
    }

    /// <summary>The HTTP status of the answer.</summary>
    public int StatusCode { get; }
}
