using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>AWS Lambda. Functions that the host can run are put on it; of the others only the surface exists.</summary>
internal static class LambdaTypes
{
    private static int nextVersion;

    public static IEnumerable<SimulatedType> All(LocalFunctions functions) =>
    [
        new("AWS::Lambda::Function")
        {
            PhysicalId = resource => resource.Named("FunctionName"),
            ReplacedBy = ["FunctionName", "PackageType"],
            Attributes = new() { ["Arn"] = resource => FunctionArn(resource) },
            Put = resource => functions.Put(FunctionArn(resource), resource),
            Remove = resource => functions.Registry.Remove(FunctionArn(resource)),
            Check = FunctionProblems,
        },
        new("AWS::Lambda::Permission")
        {
            PhysicalId = resource => resource.GeneratedName(100),
            ReplacedBy = ["*"],
            Put = resource => functions.Registry.Allow(
                resource.PhysicalId,
                new(
                    resource.Text("Principal") ?? "",
                    resource.Text("SourceArn"),
                    FunctionRegistry.NameOf(resource.Text("FunctionName") ?? ""))),
            Remove = resource => functions.Registry.Disallow(resource.PhysicalId),
        },
        new("AWS::Lambda::EventInvokeConfig")
        {
            PhysicalId = resource => resource.GeneratedName(),
            ReplacedBy = ["FunctionName", "Qualifier"],
            Put = resource => functions.Registry.SetRetries(
                resource.Text("FunctionName") ?? "",
                Number(resource, "MaximumRetryAttempts", 2),
                TimeSpan.FromSeconds(Number(resource, "MaximumEventAgeInSeconds", 21600))),
            Remove = resource => functions.Registry.SetRetries(resource.Text("FunctionName") ?? "", 2, TimeSpan.FromHours(6)),
        },
        new("AWS::Lambda::Version")
        {
            PhysicalId = resource =>
                $"{functions.Registry.ArnOf(resource.Text("FunctionName") ?? "")}:{Interlocked.Increment(ref nextVersion)}",
            ReplacedBy = ["*"],
            Attributes = new()
            {
                ["FunctionArn"] = resource => resource.PhysicalId,
                ["Version"] = resource => resource.PhysicalId.Split(':')[^1],
            },
        },
        new("AWS::Lambda::Alias")
        {
            PhysicalId = resource => $"{functions.Registry.ArnOf(resource.Text("FunctionName") ?? "")}:{resource.Text("Name")}",
            ReplacedBy = ["FunctionName", "Name"],
            Attributes = new() { ["AliasArn"] = resource => resource.PhysicalId },
        },
        new("AWS::Lambda::LayerVersion")
        {
            PhysicalId = resource => resource.Arn("lambda", $"layer:{resource.Named("LayerName")}:1"),
            ReplacedBy = ["*"],
            Attributes = new() { ["LayerVersionArn"] = resource => resource.PhysicalId },
        },
    ];

    private static string FunctionArn(SimulatedResource resource) => resource.Arn("lambda", $"function:{resource.PhysicalId}");

    private static int Number(SimulatedResource resource, string property, int otherwise) =>
        int.TryParse(resource.Text(property), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static IEnumerable<string> FunctionProblems(TemplateResource resource, Template template)
    {
        if (resource.Properties["Role"] is null)
            yield return "Role is required";
        if (resource.Properties["Code"] is not JsonObject code)
            yield return "Code is required";
        else if (code.ContainsKey("ImageUri"))
            yield return "functions from container images are not supported by the local Lambda";
    }
}
