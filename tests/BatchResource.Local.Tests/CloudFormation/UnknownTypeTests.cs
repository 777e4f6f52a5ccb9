using BatchResource.Local.CloudFormation;
using BatchResource.Tests.Shared;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>Types that the local CloudFormation does not know.</summary>
public sealed class UnknownTypeTests
{
    [Fact]
    public async Task The_Properties_Of_Every_Known_Type_Are_Known()
    {
        await using var aws = await Stacks.StartAsync();
        var types = aws.Service.Types;

        var without = types.Names.Where(name => types.PropertiesOf(name) is null);

        Assert.Equal(["AWS::CDK::Metadata", "Custom::LogRetention", "Custom::S3AutoDeleteObjects", "Custom::VpcRestrictDefaultSG"], without.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_Unknown_Type_Is_Simulated_When_That_Is_Asked_For()
    {
        await using var aws = await Stacks.StartAsync(simulateUnknown: true);
        const string Body = """
            {
              "Resources": {
                "Table": { "Type": "AWS::DynamoDB::Table", "Properties": { "Size": 1 } },
                "Name": { "Type": "AWS::SSM::Parameter", "Properties": { "Value": { "Fn::GetAtt": "Table.StreamLabel" } } }
              },
              "Outputs": { "Arn": { "Value": { "Fn::GetAtt": "Table.Arn" } } }
            }
            """;

        var stack = await aws.CreateAsync(Body);
        var id = stack.Resources["Table"].Current.PhysicalId!;
        await aws.UpdateAsync(Body.Replace("1", "2", StringComparison.Ordinal));

        Assert.Matches("^stack-Table-[A-Z0-9]{12}$", id);
        Assert.Equal($"arn:aws:dynamodb:us-east-1:123456789012:table/{id}", Assert.Single(stack.Outputs).Value);
        Assert.Equal($"{id}.StreamLabel", stack.Resources["Name"].Current.Properties["Value"]!.ToString());
        Assert.Equal((StackStatus.UpdateComplete, id), (stack.Status, stack.Resources["Table"].Current.PhysicalId!));
        Assert.Equal(StackStatus.DeleteComplete, (await aws.DeleteAsync())!.Status);
    }

    [Fact]
    public async Task What_Is_No_Name_Of_A_Type_Is_Refused_All_The_Same()
    {
        await using var aws = await Stacks.StartAsync(simulateUnknown: true);

        await Assert.ThrowsAsync<TemplateException>(() => aws.CreateAsync(Template(("X", Resource("AWS::DynamoDB", "{}")))));
    }

    [Fact]
    public async Task A_Stack_With_A_Simulated_Type_Can_Be_Deleted_By_An_Account_That_Does_Not_Simulate()
    {
        await using var aws = await Stacks.StartAsync(simulateUnknown: true);
        var stack = await aws.CreateAsync(Template(("Table", Resource("AWS::DynamoDB::Table", "{}"))));
        await using var next = await Stacks.StartAsync();
        next.Service.Engine.Restore(stack);

        Assert.Equal(StackStatus.DeleteComplete, (await next.DeleteAsync())!.Status);
    }

    [Fact]
    public async Task A_Custom_Resource_Whose_Provider_Cannot_Run_Here_Is_Simulated_Too()
    {
        await using var aws = await Stacks.StartAsync(simulateUnknown: true);

        var stack = await aws.CreateAsync("""
            {
              "Resources": {
                "Thing": { "Type": "Custom::Thing", "Properties": { "ServiceToken": { "Fn::GetAtt": ["Provider", "Arn"] } } },
                "Provider": { "Type": "AWS::Lambda::Function", "Properties": { "Role": "r", "Runtime": "nodejs22.x", "Code": {} } }
              },
              "Outputs": { "Value": { "Value": { "Fn::GetAtt": "Thing.Value" } } }
            }
            """);

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.EndsWith(".Value", Assert.Single(stack.Outputs).Value, StringComparison.Ordinal);
        Assert.Empty(aws.Lambda.Story);
    }

    [Fact]
    public async Task Every_Type_That_Is_Known_Is_In_The_Documentation()
    {
        await using var aws = await Stacks.StartAsync();
        var documented = RepositoryFiles.Read("docs/local-aws.md")
            .Split("## Resource types")[1].Split("\n## ")[0].Split('`').Where(text => text.Contains("::", StringComparison.Ordinal));

        Assert.Equal(aws.Service.Types.Names.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }
}
