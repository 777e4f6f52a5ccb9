using System.Net;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.Iam;
using BatchResource.Local.Tests.Time;

namespace BatchResource.Local.Tests.Bedrock;

/// <summary>A control plane of its own for each test, with the credentials <c>test</c>/<c>test</c> and time that stands still.</summary>
public abstract class ControlPlaneTest : IAsyncLifetime
{
    private protected ManualTime Clock { get; } = new();

    private protected CredentialStore Credentials { get; } = new();

    private protected BedrockControlPlane ControlPlane { get; private set; } = null!;

    private protected SignedHttp Http { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Credentials.Add("test", "test", new CallerIdentity("arn:aws:iam::123456789012:user/test", RoleArn: null));
        await StartAsync(new BedrockOptions());
    }

    public virtual Task DisposeAsync() => EndAsync();

    /// <summary>Starts again with other options, without the jobs there were.</summary>
    private protected async Task StartAsync(BedrockOptions options)
    {
        if (ControlPlane is not null)
            await EndAsync();
        ControlPlane = await BedrockControlPlane.StartAsync(options with { Clock = Clock, Credentials = Credentials });
        Http = new SignedHttp(ControlPlane.Endpoint);
    }

    /// <summary>The least that Create accepts; members can be added, or replaced by null to leave them out.</summary>
    private protected static JsonObject Minimal(params (string Name, JsonNode? Value)[] members)
    {
        var body = new JsonObject
        {
            ["jobName"] = "job-1",
            ["roleArn"] = "arn:aws:iam::123456789012:role/BatchRole",
            ["modelId"] = "amazon.nova-micro-v1:0",
            ["inputDataConfig"] = new JsonObject { ["s3InputDataConfig"] = new JsonObject { ["s3Uri"] = "s3://in-bucket/prompts.jsonl" } },
            ["outputDataConfig"] = new JsonObject { ["s3OutputDataConfig"] = new JsonObject { ["s3Uri"] = "s3://out-bucket/results/" } },
        };
        foreach (var (name, value) in members)
            body[name] = value;
        return body;
    }

    private protected Task<ApiAnswer> CreateAsync(params (string Name, JsonNode? Value)[] members) =>
        PostAsync("/model-invocation-job", Minimal(members));

    private protected async Task<string> CreateJobAsync(string name = "job-1", string? token = null)
    {
        var answer = await CreateAsync(("jobName", name), ("clientRequestToken", token ?? $"token-{name.Replace('.', '-')}"));
        Assert.True(answer.Status == HttpStatusCode.OK, answer.Body.ToJsonString());
        return answer.Body["jobArn"]!.GetValue<string>();
    }

    private protected Task<ApiAnswer> PostAsync(string target, JsonObject? body = null) =>
        SendAsync(HttpMethod.Post, target, body?.ToJsonString());

    private protected Task<ApiAnswer> GetAsync(string target) => SendAsync(HttpMethod.Get, target);

    private protected Task<ApiAnswer> GetJobAsync(string identifier) =>
        GetAsync($"/model-invocation-job/{Uri.EscapeDataString(identifier)}");

    private protected Task<ApiAnswer> StopAsync(string identifier) =>
        PostAsync($"/model-invocation-job/{Uri.EscapeDataString(identifier)}/stop");

    private protected async Task<ApiAnswer> SendAsync(HttpMethod method, string target, string? body = null)
    {
        using var response = await Http.SendAsync(method, target, body);
        return await ApiAnswer.ReadAsync(response);
    }

    /// <summary>Puts a job into one of the states of <see cref="JobStatus"/>.</summary>
    private protected void Move(string jobArn, string status) => ControlPlane.Move(jobArn, status);

    private async Task EndAsync()
    {
        Http.Dispose();
        await ControlPlane.DisposeAsync();
    }
}
