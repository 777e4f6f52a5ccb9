using Amazon.Bedrock;
using BatchResource.Shims.Tests.Http;

namespace BatchResource.Shims.Tests.Bedrock;

/// <summary>Bedrock's place on the wire: gives the answers it was handed, in order, and keeps what was asked.</summary>
internal sealed class BedrockServer : IAsyncDisposable
{
    private readonly Queue<HttpAnswer> answers;
    private HttpTestServer? server;

    private BedrockServer(IEnumerable<HttpAnswer> answers) => this.answers = new Queue<HttpAnswer>(answers);

    public List<HttpExchange> Requests { get; } = [];

    public string Url => server!.Url;

    public static async Task<BedrockServer> StartAsync(params HttpAnswer[] answers)
    {
        var bedrock = new BedrockServer(answers);
        bedrock.server = await HttpTestServer.StartAsync(bedrock.AnswerAsync);
        return bedrock;
    }

    public AmazonBedrockClient Client(Action<AmazonBedrockConfig>? configure = null)
    {
        var config = new AmazonBedrockConfig { ServiceURL = Url, AuthenticationRegion = "eu-west-1" };
        configure?.Invoke(config);
        return new AmazonBedrockClient("AKIDEXAMPLE", "secret", "session-token", config);
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private Task<HttpAnswer> AnswerAsync(HttpExchange request, CancellationToken cancellationToken)
    {
        lock (Requests)
        {
            Requests.Add(request);
            return Task.FromResult(answers.TryDequeue(out var answer) ? answer : new HttpAnswer(599, "No answer was expected."));
        }
    }
}
