using System.Net;
using System.Net.Http.Headers;
using Amazon.Runtime;

namespace BatchResource.Provider.Startup;

/// <summary>Keeps the SDK from the network, and answers a creation and the question for its job.</summary>
internal sealed class AnswersInMemory(string jobArn) : HttpClientFactory, IDisposable
{
    private readonly Transport transport = new(jobArn);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(transport, disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    public void Dispose() => transport.Dispose();

    private sealed class Transport(string jobArn) : HttpMessageHandler
    {
        private static readonly MediaTypeHeaderValue Json = new("application/json");

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(request.Method == HttpMethod.Get ? Job() : $$"""{ "jobArn": "{{jobArn}}" }""", Json),
            });

        private string Job() =>
            $$"""
            {
              "jobArn": "{{jobArn}}",
              "jobName": "warm-up",
              "modelId": "anthropic.claude-3-haiku-20240307-v1:0",
              "roleArn": "arn:aws:iam::123456789012:role/warm-up",
              "status": "Submitted",
              "submitTime": "2026-01-01T00:00:00Z",
              "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://warm-up/in.jsonl", "s3InputFormat": "JSONL" } },
              "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://warm-up/out/" } },
              "timeoutDurationInHours": 24
            }
            """;
    }
}
