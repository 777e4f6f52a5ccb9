using System.Security.Cryptography;
using System.Text.Json;
using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Stands for what is written to the template, in eight characters that may be part of a logical id.</summary>
internal static class ResolvedMark
{
    private const int Length = 8;

    /// <summary>The same for the same content, whatever tokens it was made of.</summary>
    public static string Of(Stack stack, object content)
    {
        // Tokens are numbered as they come; resolved, they are the intrinsic functions of the template.
        var resolved = JsonSerializer.SerializeToUtf8Bytes(stack.Resolve(content));
        return Convert.ToHexString(SHA256.HashData(resolved))[..Length];
    }
}
