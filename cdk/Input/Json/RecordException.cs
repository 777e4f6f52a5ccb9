using System.Text.Json;

namespace BatchResource.Cdk.Internal;

/// <summary>What a converter says about a value; the serializer adds where it is.</summary>
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
