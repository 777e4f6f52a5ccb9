using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Commands;

/// <summary>What <c>--fail</c> of <c>serve</c> asks for, such as <c>JobArnParameter=update</c>.</summary>
internal static class FailureSettings
{
    /// <summary>What a value may be.</summary>
    public const string Allowed = "must be a logical id, with =create, =update, =rollback or =delete for one operation alone";

    /// <summary>Whether the value of an option can be read.</summary>
    public static bool IsValid(string value) => value.Split('=', 2) is not [_, var operation] || Operation(operation) is not null;

    /// <summary>Reads the value of an option.</summary>
    /// <returns>The resource's logical id, and how it fails.</returns>
    public static KeyValuePair<string, SimulatedFailure> Parse(string value)
    {
        var parts = value.Split('=', 2);
        var operations = parts.Length == 2 ? Operation(parts[1])!.Value : FailingOperations.Create | FailingOperations.Update;
        return new(parts[0], new() { Operations = operations, Reason = $"Simulated failure of {parts[0]} (--fail)" });
    }

    private static FailingOperations? Operation(string name) => name switch
    {
        "create" => FailingOperations.Create,
        "update" => FailingOperations.Update,
        "rollback" => FailingOperations.Rollback,
        "delete" => FailingOperations.Delete,
        _ => null,
    };
}
