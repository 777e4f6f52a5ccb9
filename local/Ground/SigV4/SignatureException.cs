namespace BatchResource.Local.Ground.SigV4;

/// <summary>A call is refused because of its signature: HTTP status 403.</summary>
/// <param name="code">AWS's error code, such as <c>InvalidSignatureException</c>.</param>
/// <param name="message">AWS's sentence.</param>
internal sealed class SignatureException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;

    public static SignatureException Incomplete(string message) => new("IncompleteSignatureException", message);

    public static SignatureException Invalid(string message) => new("InvalidSignatureException", message);

    public static SignatureException UnknownToken(string hint) =>
        new("UnrecognizedClientException", $"The security token included in the request is invalid.{hint}");
}
