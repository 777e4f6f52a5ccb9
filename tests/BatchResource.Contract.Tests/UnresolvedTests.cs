using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>At synthesis a value may be a token that only the deployment resolves; it is not judged before.</summary>
[Trait("rule", "L14")]
public sealed class UnresolvedTests
{
    private const string Token = "${Token[TOKEN.42]}";

    [Fact]
    public void A_Token_In_Any_Place_Is_No_Problem_And_Leaves_The_Properties_Open()
    {
        foreach (var path in JsonPath.All(SampleProperties.Full()).Where(path => path != "ServiceToken"))
        {
            var properties = SampleProperties.Full();
            JsonPath.Replace(properties, path, $"{Token}/{new string('x', 3000)}");
            var result = SampleProperties.Read(properties, IsToken);
            Assert.Empty(result.Problems);
            Assert.Null(result.Properties);
        }
    }

    [Fact]
    public void The_Same_Text_Is_A_Problem_In_The_Provider()
    {
        var properties = SampleProperties.Minimal();
        properties["RoleArn"] = Token;
        Assert.Single(SampleProperties.Problems(properties));
    }

    [Fact]
    public void What_Stands_Beside_A_Token_Is_Judged()
    {
        var properties = SampleProperties.Full();
        properties["RoleArn"] = Token;
        properties["ModelId"] = "not a model";
        properties["VpcConfig"]!["SubnetIds"] = new JsonArray(Token, "subnet_2");
        properties["Tags"] = new JsonArray(Token, new JsonObject { ["Key"] = Token, ["Value"] = "|" });
        properties["Other"] = Token;
        var result = SampleProperties.Read(properties, IsToken);
        Assert.Equal(["ModelId", "VpcConfig.SubnetIds[1]", "Tags[1].Value", "Other"], result.Problems.Select(problem => problem.Path));
    }

    [Theory]
    [InlineData("VpcConfig.SubnetIds", 17)]
    [InlineData("VpcConfig.SecurityGroupIds", 6)]
    [InlineData("Tags", 51)]
    public void A_List_With_A_Token_Among_Its_Elements_May_Have_Any_Length(string path, int count)
    {
        var properties = SampleProperties.Full();
        JsonPath.Replace(properties, path, new JsonArray([.. Enumerable.Repeat(Token, count).Select(token => JsonValue.Create(token))]));
        Assert.Empty(SampleProperties.Read(properties, IsToken).Problems);
    }

    [Fact]
    public void Properties_Without_Tokens_Are_Read_Whole_At_Synthesis_Too() =>
        Assert.NotNull(SampleProperties.Read(SampleProperties.Full(), IsToken).Properties);

    private static bool IsToken(string text) => text.Contains("${Token[", StringComparison.Ordinal);
}
