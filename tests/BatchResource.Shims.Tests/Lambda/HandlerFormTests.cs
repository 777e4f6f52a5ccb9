using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;

namespace BatchResource.Shims.Tests.Lambda;

/// <summary>A handler of any form reads the event, or not, and answers with nothing, a stream or an object, at once or later.</summary>
[Collection(UsesEnvironment.Name)]
public sealed class HandlerFormTests : IAsyncLifetime
{
    private const string Event = """{"Name":"Ada"}""";

    private static readonly SourceGeneratorLambdaJsonSerializer<GreetingContext> Serializer = new();
    private static readonly List<string?> Seen = [];

    private RuntimeApiServer api = null!;

    public static TheoryData<LambdaBootstrapBuilder> ThatAnswerNothing => new(
        LambdaBootstrapBuilder.Create(() => See("-")),
        LambdaBootstrapBuilder.Create(() => Task.Run(() => See("-"))),
        LambdaBootstrapBuilder.Create((ILambdaContext context) => See(context.AwsRequestId)),
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => See(Text(input))),
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.Run(() => See(Text(input)))),
        LambdaBootstrapBuilder.Create((Greeting greeting) => See(greeting.Name), Serializer),
        LambdaBootstrapBuilder.Create((Greeting greeting, ILambdaContext _) => See(greeting.Name), Serializer),
        LambdaBootstrapBuilder.Create((Greeting greeting, ILambdaContext _) => Task.Run(() => See(greeting.Name)), Serializer));

    public static TheoryData<LambdaBootstrapBuilder> ThatAnswerTheEvent => new(
        LambdaBootstrapBuilder.Create((Stream input) => input),
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _) => Task.FromResult(input)),
        LambdaBootstrapBuilder.Create((Stream input, ILambdaContext _, MemoryStream output) => input.CopyTo(output)),
        LambdaBootstrapBuilder.Create(Stream (Greeting greeting) => Bytes(greeting), Serializer),
        LambdaBootstrapBuilder.Create((Greeting greeting) => greeting, Serializer),
        LambdaBootstrapBuilder.Create((Greeting greeting) => Task.FromResult(greeting), Serializer),
        LambdaBootstrapBuilder.Create((Greeting greeting, ILambdaContext _) => greeting, Serializer),
        LambdaBootstrapBuilder.Create((ILambdaContext _) => new Greeting("Ada"), Serializer),
        LambdaBootstrapBuilder.Create((Stream _, ILambdaContext _) => Task.FromResult(new Greeting("Ada")), Serializer),
        LambdaBootstrapBuilder.Create(() => new Greeting("Ada"), Serializer));

    public async Task InitializeAsync()
    {
        Seen.Clear();
        api = await RuntimeApiServer.StartAsync();
    }

    public async Task DisposeAsync() => await api.DisposeAsync();

    [Theory]
    [MemberData(nameof(ThatAnswerNothing), DisableDiscoveryEnumeration = true)]
    public async Task One_That_Has_No_Answer_Answers_With_Nothing(LambdaBootstrapBuilder builder)
    {
        await using var run = new BootstrapRun(builder);
        api.Send("request-1", Event);

        Assert.Empty((await api.ReportAsync()).Body);
        Assert.Contains(Assert.Single(Seen), new[] { "-", "Ada", "request-1", Event });
    }

    [Theory]
    [MemberData(nameof(ThatAnswerTheEvent), DisableDiscoveryEnumeration = true)]
    public async Task One_That_Has_An_Answer_Answers_With_It(LambdaBootstrapBuilder builder)
    {
        await using var run = new BootstrapRun(builder);
        api.Send("request-1", Event);

        Assert.Equal(Event, (await api.ReportAsync()).Body);
    }

    private static void See(string? what) => Seen.Add(what);

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private static MemoryStream Bytes(Greeting greeting) => new MemoryStream(Encoding.UTF8.GetBytes($$"""{"Name":"{{greeting.Name}}"}"""));
}
