using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Contract;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>What the tests add to the sample app's template, and find in it.</summary>
internal static class SampleStack
{
    /// <summary>The stack's name.</summary>
    public const string Name = "NightlySummaries";

    /// <summary>A resource that has nothing to do with the job: CloudFormation changes both at once.</summary>
    public const string Neighbour = "Neighbour";

    /// <summary>A resource that is changed when the job has been.</summary>
    public const string Follower = "Follower";

    /// <summary>The job, by its logical id.</summary>
    public static KeyValuePair<string, JsonNode> Job(JsonObject template) => Single(template, ResourceType.BatchInferenceJob);

    /// <summary>Adds a neighbour and a follower that every deployment changes.</summary>
    public static void AddOthers(JsonObject template, int deployment)
    {
        var resources = template["Resources"]!.AsObject();
        resources[Neighbour] = Topic(deployment);
        resources[Follower] = Topic(deployment);
        resources[Follower]!["DependsOn"] = Job(template).Key;
    }

    /// <summary>Sets the times that the template gives the provider and its events.</summary>
    public static void SetTimes(JsonObject template, RunSettings settings)
    {
        Single(template, "AWS::Lambda::Function").Value["Properties"]!["Timeout"] = settings.FunctionTimeout.TotalSeconds;
        Job(template).Value["Properties"]![PropertyNames.ServiceTimeout] =
            settings.ServiceTimeout.TotalSeconds.ToString(CultureInfo.InvariantCulture);

        // The age of events counts in local time, which passes while a real process starts.
        Single(template, "AWS::Lambda::EventInvokeConfig").Value["Properties"]!["MaximumEventAgeInSeconds"] = 21600;
    }

    /// <summary>Has CloudFormation keep the job, and the roles that it needs, when it leaves the stack or is replaced.</summary>
    public static void Retain(JsonObject template)
    {
        string[] types = [ResourceType.BatchInferenceJob, "AWS::IAM::Role", "AWS::IAM::Policy"];
        foreach (var (_, resource) in template["Resources"]!.AsObject().Where(resource => types.Contains(resource.Value!["Type"]!.ToString())))
        {
            resource!["DeletionPolicy"] = "Retain";
            resource["UpdateReplacePolicy"] = "Retain";
        }
    }

    /// <summary>Takes permissions of CloudFormation from the provider.</summary>
    public static void Forbid(JsonObject template, IReadOnlyList<string> operations)
    {
        var actions = template["Resources"]!.AsObject().Select(resource => resource.Value!)
            .Where(resource => resource["Type"]!.ToString() == "AWS::IAM::Policy")
            .SelectMany(policy => policy["Properties"]!["PolicyDocument"]!["Statement"]!.AsArray())
            .Select(statement => statement!["Action"])
            .OfType<JsonArray>();
        foreach (var allowed in actions)
            allowed.RemoveAll(action => operations.Any(operation => action!.ToString() == $"cloudformation:{operation}"));
    }

    private static JsonObject Topic(int deployment) => new()
    {
        ["Type"] = "AWS::SNS::Topic",
        ["Properties"] = new JsonObject { ["DisplayName"] = deployment.ToString(CultureInfo.InvariantCulture) },
    };

    private static KeyValuePair<string, JsonNode> Single(JsonObject template, string type) => template["Resources"]!.AsObject()
        .Where(resource => resource.Value?["Type"]?.ToString() == type)
        .Select(resource => KeyValuePair.Create(resource.Key, resource.Value!))
        .Single();
}
