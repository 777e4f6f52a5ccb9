namespace Amazon.Lambda.Core;

/// <summary>Turns an event into an object, and a result into a response.</summary>
public interface ILambdaSerializer
{
    /// <summary>Reads an event.</summary>
    T Deserialize<T>(Stream requestStream);

    /// <summary>Writes a result.</summary>
    void Serialize<T>(T response, Stream responseStream);
}
