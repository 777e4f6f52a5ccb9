using System.Text.Json.Nodes;
using BatchResource.Local.Iam;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>AWS Identity and Access Management. What the template says of roles and policies is kept in a registry.</summary>
internal static class IamTypes
{
    public static IEnumerable<SimulatedType> All(IamRegistry registry) =>
    [
        new("AWS::IAM::Role")
        {
            PhysicalId = resource => resource.Named("RoleName"),
            ReplacedBy = ["RoleName", "Path"],
            Attributes = new()
            {
                ["Arn"] = resource => RoleArn(resource),
                ["RoleId"] = resource => $"AROA{SimulatedResource.Suffix()}",
            },
            Put = resource => registry.PutRole(new(RoleArn(resource), resource.PhysicalId)
            {
                TrustPolicy = resource.Properties["AssumeRolePolicyDocument"]?.AsObject() ?? [],
                Inline = Inline(resource.Properties["Policies"] as JsonArray),
                ManagedPolicyArns = Texts(resource.Properties["ManagedPolicyArns"]),
            }),
            Remove = resource => registry.RemoveRole(resource.PhysicalId),
        },
        new("AWS::IAM::Policy")
        {
            PhysicalId = resource => resource.GeneratedName(),
            Attributes = new() { ["Id"] = resource => resource.PhysicalId },
            Put = resource => registry.PutPolicy(resource.PhysicalId, Document(resource), Texts(resource.Properties["Roles"])),
            Remove = resource => registry.RemovePolicy(resource.PhysicalId),
        },
        new("AWS::IAM::ManagedPolicy")
        {
            PhysicalId = resource =>
                resource.GlobalArn("iam", $"policy{resource.Text("Path") ?? "/"}{resource.Named("ManagedPolicyName", 128)}"),
            ReplacedBy = ["ManagedPolicyName", "Path", "Description"],
            Attributes = new()
            {
                ["PolicyArn"] = resource => resource.PhysicalId,
                ["PolicyId"] = resource => $"ANPA{SimulatedResource.Suffix()}",
            },
            Put = resource => registry.PutPolicy(resource.PhysicalId, Document(resource), Texts(resource.Properties["Roles"])),
            Remove = resource => registry.RemovePolicy(resource.PhysicalId),
        },
    ];

    private static string RoleArn(SimulatedResource resource) =>
        resource.GlobalArn("iam", $"role{resource.Text("Path") ?? "/"}{resource.PhysicalId}");

    private static JsonObject Document(SimulatedResource resource) => resource.Properties["PolicyDocument"]?.AsObject() ?? [];

    private static Dictionary<string, JsonObject> Inline(JsonArray? policies) => (policies ?? [])
        .OfType<JsonObject>()
        .ToDictionary(policy => policy["PolicyName"]?.ToString() ?? "", policy => policy["PolicyDocument"]?.AsObject() ?? []);

    private static List<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => item!.ToString())];
}
