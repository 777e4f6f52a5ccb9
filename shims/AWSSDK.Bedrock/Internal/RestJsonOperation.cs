#nullable enable
using System.Net;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Util;

namespace Amazon.Bedrock.Internal;

/// <summary>One operation of the rest-json protocol: how its request is written and its response read.</summary>
internal abstract class RestJsonOperation<TRequest, TResponse> : JsonResponseUnmarshaller, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse
{
    private readonly string method;
    private readonly string path;

    protected RestJsonOperation(string method, string path)
    {
        this.method = method;
        this.path = path;
    }

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, "Amazon.Bedrock") { HttpMethod = method, ResourcePath = path };
        request.Headers[HeaderKeys.XAmzApiVersion] = "2023-04-20";
        Write((TRequest)input, request);
        return request;
    }

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        // A chunked response does not tell its length; whether it is empty shows only when it was read.
        using var content = new MemoryStream();
        input.Stream.CopyTo(content);
        if (content.Length == 0)
            return Read(default);

        using var body = JsonDocument.Parse(content.GetBuffer().AsMemory(0, (int)content.Length));
        return Read(body.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        BedrockErrors.Read(input, innerException, statusCode);

    /// <summary>Writes labels, query and body of a request.</summary>
    protected abstract void Write(TRequest input, IRequest request);

    /// <summary>Reads the body of a response; where it is empty the element is undefined.</summary>
    protected abstract TResponse Read(JsonElement body);

    protected static void Label(IRequest request, string label, string? value)
    {
        if (string.IsNullOrEmpty(value))
            throw new AmazonBedrockException($"Request object does not have required field {label} set");

        request.AddPathResource($"{{{label}}}", value);
    }

    protected static void Body<T>(IRequest request, T input, Action<Utf8JsonWriter, T> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            write(writer, input);
            writer.WriteEndObject();
        }

        request.Headers[HeaderKeys.ContentTypeHeader] = "application/json";
        request.Content = stream.ToArray();
    }
}
