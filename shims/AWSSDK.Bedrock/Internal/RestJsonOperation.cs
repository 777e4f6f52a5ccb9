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
    /// <summary>The errors that the service model gives every operation.</summary>
    private static readonly string[] ErrorsOfAll =
        ["AccessDeniedException", "InternalServerException", "ThrottlingException", "ValidationException"];

    private readonly string method;
    private readonly string path;
    private readonly string[] errors;

    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with labels.</param>
    /// <param name="errors">The errors that the service model gives this operation beside those of all.</param>
    protected RestJsonOperation(string method, string path, params string[] errors)
    {
        this.method = method;
        this.path = path;
        this.errors = [.. ErrorsOfAll, .. errors];
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
        // Like the real package, a response without members is not looked at, and one with members is no response when it is empty.
        if (!HasMembers)
            return Read(default);

        using var body = JsonDocument.Parse(input.Stream);
        return Read(body.RootElement);
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode) =>
        BedrockErrors.Read(input, innerException, statusCode, errors);

    /// <summary>Writes labels, query and body of a request.</summary>
    protected abstract void Write(TRequest input, IRequest request);

    /// <summary>Whether the response has members.</summary>
    protected virtual bool HasMembers => true;

    /// <summary>Reads the body of a response; the element is undefined where a response has no members.</summary>
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
