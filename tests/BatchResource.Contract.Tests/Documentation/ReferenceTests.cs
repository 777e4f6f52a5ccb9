using System.Text.Json.Nodes;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>docs/reference.md names what the contract has, and says of it what the contract does.</summary>
public sealed class ReferenceTests
{
    private static readonly string Reference = RepositoryFiles.Read("docs/reference.md");
    private static readonly IReadOnlyDictionary<string, string> Job = MarkdownTables.Below(Reference, ResourceType.BatchInferenceJob);
    private static readonly IReadOnlyDictionary<string, string> Attributes = MarkdownTables.Below(Reference, "Return values");
    private static readonly IReadOnlyDictionary<string, string> Completion = MarkdownTables.Below(Reference, ResourceType.Completion);

    [Fact]
    public void Every_Property_Is_In_The_Reference_And_Nothing_Else() => Assert.Equal(
        Names.In(typeof(PropertyNames)),
        Job.Keys.SelectMany(path => path.Replace("[]", string.Empty, StringComparison.Ordinal).Split('.'))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_Attribute_Is_In_The_Reference_And_Nothing_Else() =>
        Assert.Equal(Names.In(typeof(AttributeNames)), Attributes.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_Property_And_Attribute_Of_A_Completion_Is_In_The_Reference_And_Nothing_Else() => Assert.Equal(
        Names.In(typeof(CompletionPropertyNames))
            .Concat(Names.In(typeof(CompletionAttributeNames)))
            .Concat([PropertyNames.ServiceToken, PropertyNames.ServiceTimeout])
            .Order(StringComparer.Ordinal),
        Completion.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_A_Value_May_Be_Is_Said_In_The_Words_Of_The_Message_That_Refuses_It()
    {
        var problems = SampleProperties.Read(Spoilt(SampleProperties.Full())).Problems;

        // Every value but the ServiceToken, which is CloudFormation's.
        Assert.Equal(18, problems.Count);
        Assert.All(problems, problem => AssertSays(Job, problem));
    }

    [Fact]
    public void How_Long_A_List_May_Be_Is_Said_In_The_Words_Of_The_Message_That_Refuses_It()
    {
        var properties = SampleProperties.Full();
        properties[PropertyNames.Tags] = "none";
        properties[PropertyNames.VpcConfig] = new JsonObject
        {
            [PropertyNames.SubnetIds] = "none",
            [PropertyNames.SecurityGroupIds] = "none",
        };

        var problems = SampleProperties.Read(properties).Problems;

        Assert.Equal(3, problems.Count);
        Assert.All(problems, problem => AssertSays(Job, problem));
    }

    [Fact]
    public void What_A_Completion_Takes_Is_Said_In_The_Words_Of_The_Message_That_Refuses_It()
    {
        var properties = new JsonObject
        {
            [PropertyNames.ServiceTimeout] = new JsonObject(),
            [CompletionPropertyNames.JobArn] = new JsonObject(),
            [CompletionPropertyNames.WaitHandle] = new JsonObject(),
            [CompletionPropertyNames.AcceptPartiallyCompleted] = new JsonObject(),
            [CompletionPropertyNames.MinimumSuccessRecords] = new JsonObject(),
            [CompletionPropertyNames.MaximumErrorRecords] = new JsonObject(),
            [CompletionPropertyNames.Timeout] = new JsonObject(),
        };

        CompletionProperties.Read(SampleProperties.ElementOf(properties), out var problems);

        Assert.Equal(7, problems.Count);
        Assert.All(problems, problem => AssertSays(Completion, problem));
    }

    private static void AssertSays(IReadOnlyDictionary<string, string> rows, PropertyProblem problem)
    {
        const string Must = "must be ";
        Assert.StartsWith(Must, problem.Allowed, StringComparison.Ordinal);

        // An element of Tags has rows of its own; that of a list of ids is described in the list's.
        var path = problem.Path.Replace("[0].", "[].", StringComparison.Ordinal).Replace("[0]", string.Empty, StringComparison.Ordinal);
        Assert.Contains(problem.Allowed[Must.Length..], rows[path], StringComparison.Ordinal);
    }

    /// <summary>The same structure with an object in place of every scalar, which none may be.</summary>
    private static JsonNode Spoilt(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)Spoilt(member.Value)))),
        JsonArray elements => new JsonArray(Spoilt(elements[0])),
        _ => new JsonObject(),
    };
}
