using System.Text.Json.Nodes;

namespace BatchResource.Local.CloudFormation.Functions;

/// <summary>The functions that are supported.</summary>
internal static class IntrinsicFunctions
{
    private static readonly Dictionary<string, IntrinsicFunction> All = new IntrinsicFunction[]
    {
        new RefFunction(), new GetAttFunction(), new JoinFunction(), new SubFunction(), new SelectFunction(), new SplitFunction(),
        new IfFunction(), new FindInMapFunction(), new Base64Function(), new ImportValueFunction(), new GetAzsFunction(),
        new GetStackOutputFunction(), new CidrFunction(), new LengthFunction(), new ToJsonStringFunction(),
        new EqualsFunction(), new AndFunction(), new OrFunction(), new NotFunction(), new ContainsFunction(),
    }.ToDictionary(function => function.Name);

    /// <summary>Whether an object's only member looks like a call.</summary>
    public static bool IsCall(JsonObject node) => node.Count == 1 && IsFunctionName(node.First().Key);

    /// <summary>Whether a key is a function's, supported or not.</summary>
    public static bool IsFunctionName(string key) => key == "Ref" || key.StartsWith("Fn::", StringComparison.Ordinal);

    /// <summary>The function of that name, or null when it is not supported.</summary>
    public static IntrinsicFunction? Find(string name) => All.GetValueOrDefault(name);
}
