using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>A resource of a simulated type: what its physical id and attributes are made from.</summary>
internal sealed record SimulatedResource(ResourceContext Context, JsonObject Properties)
{
    private const string UpperCaseAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// <summary>The physical id; empty while it is being made up.</summary>
    public string PhysicalId { get; init; } = "";

    public StackIdentity Stack => Context.Stack;

    /// <summary>A property that is a single value, or null.</summary>
    public string? Text(string name) => (Properties[name] as JsonValue)?.ToString();

    /// <summary>The name that the template gives it, or a generated one.</summary>
    public string Named(string property, int maximumLength = 64) => Text(property) ?? GeneratedName(maximumLength);

    /// <summary>Stack name, logical id and a random suffix, as CloudFormation names what the template does not.</summary>
    public string GeneratedName(int maximumLength = 64)
    {
        var name = $"{Stack.Name}-{Context.LogicalId}";
        return $"{name[..Math.Min(name.Length, maximumLength - 13)]}-{Suffix()}";
    }

    /// <summary>An id such as <c>vpc-0a1b2c3d4e5f67890</c>.</summary>
    public static string HexId(string prefix) => $"{prefix}-0{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>Twelve capital letters and digits.</summary>
    public static string Suffix() => RandomNumberGenerator.GetString(UpperCaseAndDigits, 12);

    /// <summary>An ARN in the stack's Region and account.</summary>
    public string Arn(string service, string resource) =>
        $"arn:{Stack.Partition}:{service}:{Stack.Region}:{Stack.AccountId}:{resource}";

    /// <summary>An ARN of a service without Regions.</summary>
    public string GlobalArn(string service, string resource) => $"arn:{Stack.Partition}:{service}::{Stack.AccountId}:{resource}";
}
