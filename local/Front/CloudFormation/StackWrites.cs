using System.Xml.Linq;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground.Wire;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>What changes stacks. Each call is answered when the operation has begun.</summary>
internal sealed class StackWrites(StackEngine engine, TemplateSource source)
{
    public XElement?[] Create(QueryCall call)
    {
        var request = Request(call, source.Read(call.Parameters));
        return [Id(engine.BeginCreate(request).Stack)];
    }

    public XElement?[] Update(QueryCall call)
    {
        var stack = engine.Existing(call.Require("StackName"));
        var request = Request(call, source.Read(call.Parameters, stack));
        var run = engine.BeginUpdate(request) ?? throw QueryCall.Validation(StackException.NoUpdates);
        return [Id(run.Stack)];
    }

    public XElement?[] Delete(QueryCall call)
    {
        engine.BeginDelete(new(call.Require("StackName"))
        {
            ClientRequestToken = call.Parameters["ClientRequestToken"],
            RetainResources = call.Parameters.List("RetainResources").ToHashSet(),
            IsForced = call.Parameters["DeletionMode"] == "FORCE_DELETE_STACK",
        });
        return [];
    }

    public XElement?[] Cancel(QueryCall call)
    {
        engine.CancelUpdate(call.Require("StackName"));
        return [];
    }

    public XElement?[] RollBack(QueryCall call) => [Id(engine.BeginRollback(Rollback(call)).Stack)];

    public XElement?[] ContinueRollback(QueryCall call)
    {
        engine.BeginContinueRollback(Rollback(call));
        return [];
    }

    public XElement?[] Protect(QueryCall call) =>
        [Id(engine.Protect(call.Require("StackName"), call.Parameters.Flag("EnableTerminationProtection")))];

    /// <summary>What a call says to deploy.</summary>
    public static StackRequest Request(QueryCall call, string templateBody)
    {
        var (values, previous) = (new Dictionary<string, string>(), new HashSet<string>());
        foreach (var parameter in call.Parameters.Structures("Parameters"))
        {
            var key = parameter["ParameterKey"] ?? throw QueryCall.Validation("Parameters: ParameterKey must not be null");
            if (parameter.Flag("UsePreviousValue"))
                previous.Add(key);
            else
                values[key] = parameter["ParameterValue"] ?? throw QueryCall.Validation($"Parameters: {key} must have values");
        }

        Capabilities.Require(TemplateReader.Read(templateBody), call.Parameters.List("Capabilities"));
        return new(call.Require("StackName"), templateBody, values)
        {
            ClientRequestToken = call.Parameters["ClientRequestToken"],
            PreviousParameters = previous,
            Tags = call.Parameters.Has("Tags") ? Tags(call.Parameters) : null,
            OnFailure = OnFailureOf(call.Parameters),
            RetainExceptOnCreate = call.Parameters.Flag("RetainExceptOnCreate"),
            IsProtected = call.Parameters.Flag("EnableTerminationProtection"),
        };
    }

    private static RollbackRequest Rollback(QueryCall call) => new(call.Require("StackName"))
    {
        ClientRequestToken = call.Parameters["ClientRequestToken"],
        ResourcesToSkip = call.Parameters.List("ResourcesToSkip").ToHashSet(),
        RetainExceptOnCreate = call.Parameters.Flag("RetainExceptOnCreate"),
    };

    private static OnFailure OnFailureOf(QueryParameters parameters)
    {
        if (parameters["DisableRollback"] is not null && parameters["OnFailure"] is not null)
            throw QueryCall.Validation("You can specify either DisableRollback or OnFailure, but not both.");
        var name = parameters["OnFailure"] is null ? "OnStackFailure" : "OnFailure";
        return parameters[name] switch
        {
            null when parameters.Flag("DisableRollback") => OnFailure.Keep,
            null or "ROLLBACK" => OnFailure.RollBack,
            "DO_NOTHING" => OnFailure.DoNothing,
            "DELETE" => OnFailure.Delete,
            var other => throw QueryCall.Validation($"{name} must be ROLLBACK, DO_NOTHING or DELETE, got \"{other}\""),
        };
    }

    private static Dictionary<string, string> Tags(QueryParameters parameters)
    {
        var tags = new Dictionary<string, string>();
        foreach (var tag in parameters.Structures("Tags"))
            tags[tag["Key"] ?? throw QueryCall.Validation("Tags: Key must not be null")] = tag["Value"] ?? "";
        return tags;
    }

    private static XElement Id(StackState stack) => new("StackId", stack.Identity.Id);
}
