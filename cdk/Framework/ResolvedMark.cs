using System.Security.Cryptography;
using System.Text.Json;
using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Makes a mark of eight characters from content of the template. It may be part of a logical id.</summary>
internal static class ResolvedMark
{
    private const int Length = 8;

    /// <summary>Returns the same mark for the same content, even if the content was made of other tokens.</summary>
    public static string Of(Stack stack, object content)
    {
        // Tokens have running numbers. Once resolved, they are the intrinsic functions of the template.
        var resolved = JsonSerializer.SerializeToUtf8Bytes(stack.Resolve(content));
        return Convert.ToHexString(SHA256.HashData(resolved))[..Length];
    }
}
