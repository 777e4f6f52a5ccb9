using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BatchResource.Shims.Tests.Lambda;

public sealed class SerializerTests
{
    private readonly SourceGeneratorLambdaJsonSerializer<GreetingContext> serializer = new();

    [Theory]
    [InlineData("""{"Name":"Ada"}""")]
    [InlineData("""{"name":"Ada","unknown":[]}""")]
    public void Names_Match_Whatever_Their_Case(string json) => Assert.Equal(new Greeting("Ada"), Read<Greeting>(json));

    [Fact]
    public void Null_Is_Not_Written_And_Options_On_The_Context_Are_Ignored() =>
        Assert.Equal("""{"Name":"Ada"}""", Write(serializer, new Greeting("Ada")));

    [Fact]
    public void The_Caller_Can_Change_The_Options() => Assert.Equal(
        """{"Name":"Ada","Title":null}""",
        Write(
            new SourceGeneratorLambdaJsonSerializer<GreetingContext>(
                (JsonSerializerOptions options) => options.DefaultIgnoreCondition = JsonIgnoreCondition.Never),
            new Greeting("Ada")));

    [Fact]
    public void What_Is_Set_On_The_Writers_Options_Is_Lost_As_In_The_Real_Package() => Assert.Equal(
        """{"Name":"<Ada>"}""",
        Write(
            new SourceGeneratorLambdaJsonSerializer<GreetingContext>((JsonWriterOptions options) => options.Indented = true),
            new Greeting("<Ada>")));

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("""{"name":7}""")]
    public void What_Cannot_Be_Read_Is_Refused_With_The_Type_It_Should_Have_Been(string json)
    {
        var exception = Assert.Throws<JsonSerializerException>(() => Read<Greeting>(json));

        Assert.Contains(typeof(Greeting).FullName!, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public void A_Type_The_Context_Does_Not_Hold_Is_Refused()
    {
        Assert.Contains(nameof(GreetingContext), Assert.Throws<JsonSerializerException>(() => Read<Uri>("{}")).Message, StringComparison.Ordinal);
        Assert.Throws<JsonSerializerException>(() => Write(serializer, new Uri("http://localhost")));
    }

    private static string Write<T>(SourceGeneratorLambdaJsonSerializer<GreetingContext> serializer, T value)
    {
        using var stream = new MemoryStream();
        serializer.Serialize(value, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private T Read<T>(string json)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json));
        return serializer.Deserialize<T>(stream);
    }
}
