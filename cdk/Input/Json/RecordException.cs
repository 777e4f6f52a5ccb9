using System.Text.Json;

namespace BatchResource.Cdk.Internal;

/// <summary>A converter's message about a value. The serializer adds the place.</summary>
internal sealed class RecordException : JsonException
{
    public RecordException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    public RecordException(string message, string path)
        : base(message, path, null, null)
    {
    }
}
