using System.Text.Json.Nodes;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground;
using BatchResource.Local.Ssm;

namespace BatchResource.Local.Front.Ssm;

/// <summary>The parameters of AWS Systems Manager: what stacks have made, and what clients put beside it.</summary>
internal sealed class SsmOperations(Account account, ParameterStore parameters, TimeProvider clock)
{
    private const int MaximumLength = 4096;

    /// <summary>The operations by their names.</summary>
    public IReadOnlyDictionary<string, Func<JsonCall, Task<JsonObject>>> All => new Dictionary<string, Func<JsonCall, JsonObject>>
    {
        ["GetParameter"] = GetOne,
        ["GetParameters"] = GetMany,
        ["GetParametersByPath"] = GetByPath,
        ["PutParameter"] = Put,
        ["DeleteParameter"] = DeleteOne,
        ["DeleteParameters"] = DeleteMany,
        ["DescribeParameters"] = _ => new() { ["Parameters"] = new JsonArray([.. parameters.All.Select(Described)]) },
    }.ToDictionary(
        operation => operation.Key, Func<JsonCall, Task<JsonObject>> (operation) => call => Task.FromResult(operation.Value(call)));

    private JsonObject GetOne(JsonCall call) => new() { ["Parameter"] = Written(Find(call.Require("Name")) ?? throw NotFound(call)) };

    private JsonObject GetMany(JsonCall call)
    {
        var names = call.List("Names");
        return new()
        {
            ["Parameters"] = new JsonArray([.. names.Select(Find).Where(found => found is not null).Select(found => Written(found!))]),
            ["InvalidParameters"] = new JsonArray([.. names.Where(name => Find(name) is null).Select(name => JsonValue.Create(name))]),
        };
    }

    private JsonObject GetByPath(JsonCall call)
    {
        var path = call.Require("Path").TrimEnd('/') + "/";
        var found = parameters.All.Where(parameter => parameter.Name.StartsWith(path, StringComparison.Ordinal)
            && (call.Flag("Recursive") || !parameter.Name[path.Length..].Contains('/')));
        return new() { ["Parameters"] = new JsonArray([.. found.Select(Written)]) };
    }

    private JsonObject Put(JsonCall call)
    {
        var (name, value) = (call.Require("Name"), call.Require("Value"));
        var known = parameters.Stored(name);
        if (known is not null && !call.Flag("Overwrite"))
        {
            throw JsonCall.Error(
                "ParameterAlreadyExists",
                "The parameter already exists. To overwrite this value, set the overwrite option in the request to true.");
        }
        var type = call.Text("Type") ?? known?.Type
            ?? throw JsonCall.Validation("A parameter type is required when you create a parameter.");
        if (type is not ("String" or "StringList" or "SecureString"))
            throw JsonCall.Validation($"Type must be String, StringList or SecureString, got \"{type}\"");
        if (value.Length > MaximumLength)
            throw JsonCall.Validation($"Standard tier parameters support a maximum parameter value of {MaximumLength} characters.");
        return new() { ["Version"] = parameters.Put(name, value, type, call.Text("Description")).Version, ["Tier"] = "Standard" };
    }

    private JsonObject DeleteOne(JsonCall call) => parameters.Remove(call.Require("Name")) ? [] : throw NotFound(call);

    private JsonObject DeleteMany(JsonCall call)
    {
        var deleted = call.List("Names").ToLookup(parameters.Remove);
        return new()
        {
            ["DeletedParameters"] = new JsonArray([.. deleted[true].Select(name => JsonValue.Create(name))]),
            ["InvalidParameters"] = new JsonArray([.. deleted[false].Select(name => JsonValue.Create(name))]),
        };
    }

    private StoredParameter? Find(string nameOrArn)
    {
        var name = nameOrArn.StartsWith("arn:", StringComparison.Ordinal) ? nameOrArn.Split(":parameter", 2)[^1] : nameOrArn;
        return parameters.Stored(name) ?? parameters.Stored(name.TrimStart('/'));
    }

    private JsonNode Written(StoredParameter parameter)
    {
        var written = Described(parameter).AsObject();
        written["Value"] = parameter.Value;
        return written;
    }

    private JsonNode Described(StoredParameter parameter)
    {
        var described = new JsonObject
        {
            ["Name"] = parameter.Name,
            ["Type"] = parameter.Type,
            ["Version"] = parameter.Version,
            ["LastModifiedDate"] = clock.GetUtcNow().ToUnixTimeSeconds(),
            ["ARN"] = $"arn:{account.Partition}:ssm:{account.Region}:{account.AccountId}:parameter/{parameter.Name.TrimStart('/')}",
            ["DataType"] = "text",
        };
        if (parameter.Description is not null)
            described["Description"] = parameter.Description;
        return described;
    }

    private static ServiceException NotFound(JsonCall call) =>
        JsonCall.Error("ParameterNotFound", $"Parameter {call.Text("Name")} not found.");
}
