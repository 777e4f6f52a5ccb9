using Amazon.CDK;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>Makes a mark of a job's definition, as far as it is known when the app is synthesized.</summary>
internal static class DefinitionMark
{
    public static string Of(Stack stack, IReadOnlyDictionary<string, object> properties)
    {
        var definition = properties
            .Where(property => property.Key is not (PropertyNames.ServiceToken or PropertyNames.ServiceTimeout or PropertyNames.WaitFor))
            .ToDictionary(property => property.Key, property => property.Value, StringComparer.Ordinal);
        return ResolvedMark.Of(stack, definition);
    }
}
