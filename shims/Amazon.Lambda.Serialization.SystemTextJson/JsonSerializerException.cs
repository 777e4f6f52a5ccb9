namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>An event that cannot be read, or a result that cannot be written.</summary>
public class JsonSerializerException : Exception
{
    /// <inheritdoc/>
    public JsonSerializerException(string message)
        : base(message)
    {
    }

    /// <inheritdoc/>
    public JsonSerializerException(string message, Exception exception)
        : base(message, exception)
    {
    }
}
