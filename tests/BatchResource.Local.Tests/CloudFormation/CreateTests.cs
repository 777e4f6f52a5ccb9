using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.FakeProvider;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class CreateTests
{
    [Fact]
    public async Task A_Custom_Resource_Is_Created_From_Its_Providers_Answer()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = e => SucceedAsync(e, "job-1", new() { ["JobArn"] = "arn:job-1" });

        var stack = await aws.CreateAsync("""
            {
              "Resources": {
                "Job": { "Type": "Custom::Job", "Properties": { "ServiceToken": "arn:aws:lambda:us-east-1:123456789012:function:Provider" } },
                "Name": {
                  "Type": "AWS::SSM::Parameter",
                  "Properties": { "Type": "String", "Value": { "Fn::GetAtt": ["Job", "JobArn"] } }
                }
              },
              "Outputs": { "Id": { "Value": { "Ref": "Job" } } }
            }
            """);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Equal("job-1", Assert.Single(stack.Outputs).Value);
        Assert.Equal("arn:job-1", stack.Resources["Name"].Current.Properties["Value"]!.ToString());
        Assert.Equal(["CREATE_IN_PROGRESS", "CREATE_IN_PROGRESS: Resource creation Initiated", "CREATE_COMPLETE"], History(stack, "Job"));
        Assert.Equal(["CREATE_IN_PROGRESS: User Initiated", "CREATE_COMPLETE"], History(stack, "stack"));
    }

    [Fact]
    public async Task The_Event_Has_CloudFormations_Members_With_Every_Scalar_A_String()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("Job", Job("""{ "Hours": 24, "Deep": [{ "On": true, "Ratio": 0.5 }, ["x", 1]] }"""))));

        var e = Assert.Single(aws.Lambda.Events);
        Assert.Equal(
            ["RequestType", "ServiceToken", "ResponseURL", "StackId", "RequestId", "LogicalResourceId", "ResourceType", "ResourceProperties"],
            e.Select(member => member.Key));
        Assert.Equal("Create", e["RequestType"]!.ToString());
        Assert.Equal(stack.Identity.Id, e["StackId"]!.ToString());
        Assert.Equal("Custom::Job", e["ResourceType"]!.ToString());
        Assert.Equal(Provider, e["ServiceToken"]!.ToString());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse($$"""
                { "Hours": "24", "Deep": [{ "On": "true", "Ratio": "0.5" }, ["x", "1"]], "ServiceToken": "{{Provider}}" }
                """),
            e["ResourceProperties"]));
    }

    [Fact]
    public async Task A_Failed_Create_Is_Deleted_Under_The_Id_That_It_Named()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = e => e["RequestType"]!.ToString() == "Create"
            ? FailAsync(e, "no quota", "marker")
            : SucceedAsync(e);

        var stack = await aws.CreateAsync(Template(("Job", Job())));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Equal(["Create Job", "Delete Job marker"], aws.Lambda.Story);
        var requestId = aws.Lambda.Events[0]["RequestId"];
        Assert.Equal(
            [
                "CREATE_IN_PROGRESS",
                $"CREATE_FAILED: Received response status [FAILED] from custom resource. Message returned: no quota (RequestId: {requestId})",
                "DELETE_IN_PROGRESS",
                "DELETE_COMPLETE",
            ],
            History(stack, "Job"));
        Assert.Contains(
            "ROLLBACK_IN_PROGRESS: The following resource(s) failed to create: [Job]. Rollback requested by user.",
            History(stack, "stack"));
    }

    [Fact]
    public async Task Resources_That_Exist_Are_Deleted_When_Another_Fails()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Failures["Name"] = new() { Reason = "no such thing" };
        var name = Parameter();
        name["DependsOn"] = "Job";

        var stack = await aws.CreateAsync(Template(("Job", Job()), ("Name", name)));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Equal(["Create Job", "Delete Job Job-1"], aws.Lambda.Story);
        Assert.Equal(["CREATE_IN_PROGRESS", "CREATE_FAILED: no such thing", "DELETE_COMPLETE"], History(stack, "Name"));
    }

    [Fact]
    public async Task A_Rollback_That_Cannot_Delete_Ends_In_ROLLBACK_FAILED()
    {
        await using var aws = await Stacks.StartAsync();
        aws.Lambda.OnEvent = e => FailAsync(e, "never");

        var stack = await aws.CreateAsync(Template(("Job", Job())));

        Assert.Equal(StackStatus.RollbackFailed, stack.Status);
        Assert.Equal("The following resource(s) failed to delete: [Job].", stack.StatusReason);
        Assert.Equal(ResourceStatus.DeleteFailed, stack.Resources["Job"].Status);
    }

    [Fact]
    public async Task Independent_Resources_Are_Created_At_The_Same_Time()
    {
        await using var aws = await Stacks.StartAsync();
        var both = new TaskCompletionSource();
        aws.Lambda.OnEvent = async e =>
        {
            if (aws.Lambda.Events.Count == 2)
                both.TrySetResult();
            await both.Task;
            await SucceedAsync(e);
        };

        var stack = await aws.CreateAsync(Template(("One", Job()), ("Two", Job())));

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
    }

    [Fact]
    public async Task A_Missing_Attribute_Fails_The_Resource_That_Asks_For_It()
    {
        await using var aws = await Stacks.StartAsync();
        var name = Resource("AWS::SSM::Parameter", """{ "Type": "String", "Value": { "Fn::GetAtt": "Job.Colour" } }""");

        var stack = await aws.CreateAsync(Template(("Job", Job()), ("Name", name)));

        var e = aws.Lambda.Events[0];
        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains(
            "CREATE_FAILED: CustomResource attribute error: Vendor response doesn't contain Colour key in object "
            + $"{e["StackId"]}|Job|{e["RequestId"]} in S3 bucket cloudformation-custom-resource-storage-useast1",
            History(stack, "Name"));
    }

    [Fact]
    public async Task A_Missing_Provider_Fails_The_Resource_And_Nothing_Is_Deleted()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("Job", Job(provider: MissingProvider))));

        Assert.Equal(StackStatus.RollbackComplete, stack.Status);
        Assert.Contains($"CREATE_FAILED: Function not found: {MissingProvider} (Service: Lambda, Status Code: 404)", History(stack, "Job"));
        Assert.Empty(aws.Lambda.Events);
    }

    [Fact]
    public async Task A_Stack_That_Exists_Cannot_Be_Created_Again()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Name", Parameter())));

        var refusal = await Assert.ThrowsAsync<StackExistsException>(() => aws.CreateAsync(Template(("Name", Parameter()))));

        Assert.Equal("Stack [stack] already exists", refusal.Message);
    }
}
