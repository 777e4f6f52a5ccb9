using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Provider.CloudFormation;
using BatchResource.Provider.Tests.Support;

namespace BatchResource.Provider.Tests.CloudFormation;

/// <summary>The envelope is read whatever else is wrong with an event: without it there is no answer.</summary>
[Trait("rule", "L1")]
public sealed class CustomResourceRequestReaderTests
{
    private static readonly string[] Members =
        ["RequestType", "StackId", "RequestId", "LogicalResourceId", "PhysicalResourceId", "ResourceProperties", "OldResourceProperties"];

    [Theory]
    [InlineData("Create", RequestType.Create)]
    [InlineData("Update", RequestType.Update)]
    [InlineData("Delete", RequestType.Delete)]
    [InlineData("create", null)]
    [InlineData("Destroy", null)]
    [InlineData("", null)]
    public void An_Event_Is_Read(string text, object? type)
    {
        var request = TestEvent.Request(TestEvent.Payload(text));
        Assert.Equal(type, request.RequestType);
        Assert.Equal(
            (TestEvent.StackId, TestEvent.LogicalResourceId, TestEvent.RequestId),
            (request.StackId, request.LogicalResourceId, request.RequestId));
        Assert.Equal(TestEvent.Properties().ToJsonString(), request.ResourceProperties.GetRawText());
        Assert.Equal("Custom::BedrockBatchInferenceJob", request.ResourceType);
        Assert.True(request.HasIdentity);
    }

    [Fact]
    public void What_Only_Some_Events_Have_Is_Null_In_The_Others()
    {
        var request = TestEvent.Request(TestEvent.Payload("Create"));
        Assert.Null(request.PhysicalResourceId);
        Assert.Equal(JsonValueKind.Undefined, request.OldResourceProperties.ValueKind);
    }

    [Fact]
    public void Surplus_Members_Are_Nobodys_Business()
    {
        var payload = TestEvent.Payload("Update");
        payload["ServiceTimeout"] = "900";
        payload["NewMember"] = new JsonObject { ["requestType"] = "Delete" };
        Assert.Equal(RequestType.Update, TestEvent.Request(payload).RequestType);
    }

    [Theory]
    [InlineData("\"20\"", null, 20)]
    [InlineData("20", null, 20)]
    [InlineData(null, "\"20\"", 20)]
    [InlineData(null, "20", 20)]
    [InlineData("20", "30", 20)]
    [InlineData("\"odd\"", "30", 30)]
    [InlineData("1", null, 1)]
    [InlineData("3600", null, 3600)]
    [InlineData("3601", null, 3600)]
    [InlineData("0", null, 3600)]
    [InlineData("-20", null, 3600)]
    [InlineData("2.5", null, 3600)]
    [InlineData("\" 20\"", null, 3600)]
    [InlineData("\"\\ud800\"", null, 3600)]
    [InlineData("true", null, 3600)]
    [InlineData("[20]", "{}", 3600)]
    [InlineData(null, null, 3600)]
    [Trait("rule", "L3")]
    public void How_Long_CloudFormation_Listens_Is_Read_Where_It_Is_Told(string? beside, string? among, int seconds)
    {
        var properties = among is null ? "{}" : $$"""{"ServiceTimeout":{{among}}}""";
        var member = beside is null ? string.Empty : $"\"ServiceTimeout\":{beside},";
        var json = $$"""{"ResponseURL":"https://server/",{{member}}"ResourceProperties":{{properties}}}""";

        Assert.Equal(TimeSpan.FromSeconds(seconds), Read(json, out _)!.ServiceTimeout);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("42")]
    [InlineData("true")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"\\ud800\"")]
    public void Whatever_Stands_In_A_Member_The_Event_Is_Read(string value)
    {
        foreach (var member in Members)
        {
            var json = TestEvent.Payload("Update").ToJsonString();
            var original = TestEvent.Payload("Update")[member]!.ToJsonString();
            var spoilt = json.Replace($"\"{member}\":{original}", $"\"{member}\":{value}", StringComparison.Ordinal);
            Assert.NotEqual(json, spoilt);

            var request = Read(spoilt, out _);
            Assert.NotNull(request);
            if (!member.EndsWith("Properties", StringComparison.Ordinal) && member != "PhysicalResourceId")
            {
                Assert.True(request.RequestType is null || !request.HasIdentity, $"{member} = {value}");
            }
        }
    }

    [Fact]
    public void Without_A_Member_The_Event_Is_Read()
    {
        foreach (var member in Members)
        {
            var payload = TestEvent.Payload("Update");
            Assert.True(payload.Remove(member));
            TestEvent.Request(payload);
        }
    }

    [Theory]
    [InlineData("""["ResponseURL"]""")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void What_Is_No_Object_Is_No_Event(string json)
    {
        Assert.Null(Read(json, out var problem));
        Assert.Equal("the event is not a JSON object", problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not a url")]
    [InlineData("/path?query")]
    [InlineData("ftp://server/path")]
    [InlineData("file:///etc/passwd")]
    public void Without_A_URL_There_Is_No_Way_To_Answer(string? url)
    {
        var payload = TestEvent.Payload();
        payload["ResponseURL"] = url;
        Assert.Null(CustomResourceRequestReader.Read(TestEvent.Element(payload), out var problem));
        Assert.Equal("the event has no ResponseURL that an answer could be sent to", problem);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("RequestId\\udc00")]
    public void A_Member_Whose_Name_Is_No_Unicode_Hides_No_Other(string name)
    {
        var json = TestEvent.Payload("Delete").ToJsonString();
        var surplus = $"\"{name}\":1";
        var expected = Read(json, out _)!;
        foreach (var odd in new[] { json.Insert(1, $"{surplus},"), json.Insert(json.Length - 1, $",{surplus}") })
        {
            var request = Read(odd, out var problem)!;
            Assert.Null(problem);
            Assert.Equal(
                (expected.RequestType, expected.RequestId, expected.StackId, expected.PhysicalResourceId, expected.ResponseUrl.Uri),
                (request.RequestType, request.RequestId, request.StackId, request.PhysicalResourceId, request.ResponseUrl.Uri));
            Assert.Equal(expected.ResourceProperties.GetRawText(), request.ResourceProperties.GetRawText());
        }
    }

    [Fact]
    public void Of_Members_With_The_Same_Name_The_Last_Counts() => Assert.Equal(
        "b", Read("""{"ResponseURL":"https://server/","RequestId":"a","RequestId":"b"}""", out _)!.RequestId);

    [Fact]
    public void Properties_That_Are_No_UTF8_Are_Read_As_They_Are()
    {
        var bytes = Encoding.UTF8.GetBytes(TestEvent.Payload().ToJsonString());
        bytes[bytes.AsSpan().IndexOf("BatchRole"u8)] = 0xff;
        Assert.NotNull(CustomResourceRequestReader.Read(JsonSerializer.Deserialize<JsonElement>(bytes), out _));
    }

    [Fact]
    public void Properties_May_Nest_Deeper_Than_The_Serializer_Would_Take()
    {
        var nested = $"{string.Concat(Enumerable.Repeat("{\"a\":", 500))}1{new string('}', 500)}";
        var json = $$"""{"ResponseURL":"https://server/","ResourceProperties":{{nested}}}""";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        var payload = ProviderJsonContext.CreateSerializer().Deserialize<JsonElement>(stream);
        Assert.Equal(nested, CustomResourceRequestReader.Read(payload, out _)!.ResourceProperties.GetRawText());
    }

    private static CustomResourceRequest? Read(string json, out string? problem) =>
        CustomResourceRequestReader.Read(JsonSerializer.Deserialize<JsonElement>(json), out problem);
}
