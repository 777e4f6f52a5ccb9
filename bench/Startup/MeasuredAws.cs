using System.Globalization;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.Ground.Http;
using BatchResource.Local.Iam;
using BatchResource.Local.ResourceTypes.CustomResources;

namespace BatchResource.Bench.Startup;

/// <summary>What every contender calls, over TLS: the local AWS's Bedrock, and the place where CloudFormation takes its answers.</summary>
internal sealed class MeasuredAws : IAsyncDisposable
{
    /// <summary>The memory of each function in MB: what the construct library's provider has.</summary>
    public const int Memory = 512;

    private readonly LocalCertificate certificate;

    private MeasuredAws(BedrockControlPlane bedrock, ResponseSink responses, IssuedCredentials credentials, LocalCertificate certificate)
    {
        (Bedrock, Responses, this.certificate) = (bedrock, responses, certificate);
        var account = bedrock.Options.Account;
        Environment = new Dictionary<string, string>(certificate.Environment)
        {
            ["PATH"] = System.Environment.GetEnvironmentVariable("PATH") ?? "",
            ["HOME"] = Path.GetTempPath(),
            ["AWS_REGION"] = account.Region,
            ["AWS_DEFAULT_REGION"] = account.Region,
            ["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey,
            ["AWS_SESSION_TOKEN"] = credentials.SessionToken!,
            ["AWS_ENDPOINT_URL_BEDROCK"] = bedrock.Endpoint.ToString(),
            ["AWS_LAMBDA_FUNCTION_NAME"] = "Measured",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = Memory.ToString(CultureInfo.InvariantCulture),
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_GROUP_NAME"] = "/aws/lambda/Measured",
            ["AWS_LAMBDA_LOG_STREAM_NAME"] = "measured",
        };
    }

    public BedrockControlPlane Bedrock { get; }

    public ResponseSink Responses { get; }

    /// <summary>What Lambda sets for every function, and where Bedrock is.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public static async Task<MeasuredAws> StartAsync()
    {
        var certificate = new LocalCertificate();
        var credentials = new CredentialStore();
        var bedrock = await BedrockControlPlane.StartAsync(new()
        {
            Credentials = credentials,
            Certificate = certificate.Certificate,
            PlanFor = _ => new JobPlan { Scheduled = Timeout.InfiniteTimeSpan },
        });
        var responses = await ResponseSink.StartAsync(bedrock.Options.Account.Region, certificate: certificate.Certificate);
        var role = $"arn:aws:iam::{bedrock.Options.Account.AccountId}:role/Measured";
        return new(bedrock, responses, credentials.Issue(role, "Measured"), certificate);
    }

    public async ValueTask DisposeAsync()
    {
        await Bedrock.DisposeAsync();
        await Responses.DisposeAsync();
        certificate.Dispose();
    }
}
