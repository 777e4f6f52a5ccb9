using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>Reads and validates the resource's properties; the construct and the provider share it.</summary>
public static class PropertiesReader
{
    /// <summary>
    /// Reads the properties as CloudFormation delivers them (scalars may be strings, names in any case) and reports every problem.
    /// </summary>
    /// <param name="properties">The <c>ResourceProperties</c> object.</param>
    /// <param name="isUnresolved">
    /// Says of a string that its value is not known yet (a CDK token): such a value is not validated, and the result has no
    /// <see cref="PropertiesResult.Properties"/>.
    /// </param>
    public static PropertiesResult Read(JsonElement properties, Func<string, bool>? isUnresolved = null) =>
        throw new NotSupportedException();
}
