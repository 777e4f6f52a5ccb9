using System.Text.Json.Nodes;
using BatchResource.Local.Lambda;

namespace BatchResource.Local.Front.Lambda;

/// <summary>Writes functions as Lambda's API shows them.</summary>
internal static class FunctionJson
{
    /// <summary>What GetFunction answers; the bundle is a file of this machine.</summary>
    public static JsonObject Of(LambdaFunction function) => new()
    {
        ["Configuration"] = Configuration(function),
        ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = new Uri(Path.GetFullPath(function.BundlePath)).AbsoluteUri },
    };

    public static JsonObject Configuration(LambdaFunction function) => new()
    {
        ["FunctionName"] = function.FunctionName,
        ["FunctionArn"] = function.FunctionArn,
        ["Runtime"] = function.Runtime,
        ["Role"] = function.RoleArn,
        ["Handler"] = function.Handler,
        ["Timeout"] = (int)function.Timeout.TotalSeconds,
        ["MemorySize"] = function.MemorySizeInMB,
        ["Environment"] = new JsonObject
        {
            ["Variables"] = new JsonObject(function.Environment.Select(variable =>
                KeyValuePair.Create(variable.Key, (JsonNode?)variable.Value))),
        },
        ["LoggingConfig"] = new JsonObject { ["LogGroup"] = function.LogGroupName },
        ["Version"] = "$LATEST",
        ["PackageType"] = "Zip",
        ["State"] = "Active",
        ["LastUpdateStatus"] = "Successful",
    };
}
