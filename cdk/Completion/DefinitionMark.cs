using System.Security.Cryptography;
using System.Text.Json;
using Amazon.CDK;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Stands for a job's definition as far as it is known when the app is synthesized, in eight characters that may be part of a logical id.
/// </summary>
internal static class DefinitionMark
{
    private const int Length = 8;

    public static string Of(Stack stack, IReadOnlyDictionary<string, object> properties)
    {
        var definition = properties
            .Where(property => property.Key is not (PropertyNames.ServiceToken or PropertyNames.ServiceTimeout or PropertyNames.WaitFor))
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);

        // Tokens are numbered as they come; resolved, they are the intrinsic functions of the template.
        var resolved = JsonSerializer.SerializeToUtf8Bytes(stack.Resolve(definition));
        return Convert.ToHexString(SHA256.HashData(resolved))[..Length];
    }
}
