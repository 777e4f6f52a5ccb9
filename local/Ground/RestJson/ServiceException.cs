namespace BatchResource.Local.Ground.RestJson;

/// <summary>An error that a caller gets as its answer.</summary>
internal sealed class ServiceException(int statusCode, string code, string message) : Exception(message)
{
    public int StatusCode { get; } = statusCode;

    /// <summary>What goes into <c>x-amzn-ErrorType</c>.</summary>
    public string Code { get; } = code;

    public static ServiceException Validation(string message) => Modelled("ValidationException", message);

    public static ServiceException Conflict(string message) => Modelled("ConflictException", message);

    public static ServiceException AccessDenied(string message) => Modelled("AccessDeniedException", message);

    public static ServiceException NotFound(string message) => Modelled("ResourceNotFoundException", message);

    public static ServiceException Modelled(string code, string message) =>
        new(ServiceModel.Bedrock.Shapes[code].Error!.HttpStatusCode, code, message);

    /// <summary>The request cannot be read, before any constraint of the model is looked at.</summary>
    public static ServiceException Serialization(string message) => new(400, "SerializationException", message);

    public static ServiceException UnknownOperation() => new(404, "UnknownOperationException", "There is no such operation.");
}
