using System.Reflection;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>What one of the contract's lists of names holds.</summary>
internal static class Names
{
    public static IReadOnlyList<string> In(Type type) =>
    [
        .. type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal),
    ];
}
