namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a function answers to an event.</summary>
public class InvocationResponse
{
    /// <summary>Answers with a stream that is disposed once it was sent.</summary>
    public InvocationResponse(Stream outputStream)
        : this(outputStream, disposeOutputStream: true)
    {
    }

    /// <summary>Answers with a stream that is disposed once it was sent, or kept for the next answer.</summary>
    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    /// <summary>The answer, read from its current position on.</summary>
    public Stream OutputStream { get; set; }

    /// <summary>Whether the stream is disposed once it was sent.</summary>
    public bool DisposeOutputStream { get; }
}
