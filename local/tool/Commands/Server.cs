using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.Bedrock.Batches;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;
using BatchResource.Local.Tool.Output;
using Microsoft.AspNetCore.Connections;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Serves a control plane that knows no roles, and tells of every call and every change of a job's state.</summary>
internal sealed class Server(ServeSettings settings, Terminal terminal) : IJobStateChangeSink
{
    private readonly Lock gate = new();

    /// <summary>Serves until it is cancelled.</summary>
    /// <returns>The process's exit code.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await ServeAsync(cancellationToken);
            return ExitCode.Success;
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return Refuse($"{e.Message} Another --port is free, and 0 finds one.", ExitCode.Refused);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(e.Message, ExitCode.StateUnusable);
        }
    }

    /// <inheritdoc/>
    public void Publish(JsonObject change)
    {
        var detail = change["detail"]!;
        var (status, name) = (detail["status"]!.GetValue<string>(), detail["batchJobName"]!.GetValue<string>());
        Write("job", StatusColor.Of(status), $"{name} {status} {detail["failureMessage"]}".TrimEnd());
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using (var controlPlane = await BedrockControlPlane.StartAsync(Options(), cancellationToken))
        {
            Introduce(controlPlane);
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        terminal.Line($"Stopped. The jobs are kept in {settings.JournalPath}");
    }

    private int Refuse(string message, int code)
    {
        terminal.Line(message, "red");
        return code;
    }

    private BedrockOptions Options()
    {
        var credentials = new CredentialStore();
        var user = $"arn:{settings.Account.Partition}:iam::{settings.Account.AccountId}:user/{settings.AccessKeyId}";
        credentials.Add(settings.AccessKeyId, settings.SecretAccessKey, new(user, RoleArn: null));
        var limits = new BatchLimits { MinimumRecords = settings.MinimumRecords };
        return new()
        {
            Account = settings.Account,
            Port = settings.Port,
            // Jobs from before must not have been submitted in the future.
            Clock = new LocalClock(settings.Speed, notBefore: JobJournal.LatestTime(settings.JournalPath)),
            Credentials = credentials,
            Faults = settings.ThrottledShare > 0 ? new RandomThrottling(settings.ThrottledShare) : NoFaults.Instance,
            Runner = new FolderBatchRunner(new BucketFolder(settings.BucketsPath), settings.Account, PermissiveAuthorizer.Instance, limits),
            JournalPath = settings.JournalPath,
            StateChanges = this,
            OnCall = OnCall,
        };
    }

    private void Introduce(BedrockControlPlane controlPlane)
    {
        terminal.Heading($"Bedrock in {settings.Account.Region}, account {settings.Account.AccountId}");
        terminal.Line($"export AWS_ENDPOINT_URL_BEDROCK={controlPlane.Endpoint}");
        terminal.Line($"export AWS_ACCESS_KEY_ID={settings.AccessKeyId} AWS_SECRET_ACCESS_KEY={settings.SecretAccessKey} "
            + $"AWS_REGION={settings.Account.Region} AWS_DEFAULT_REGION={settings.Account.Region}");
        var path = Path.Combine(settings.BucketsPath, "BUCKET", "KEY");
        terminal.Line($"s3://BUCKET/KEY is the file {path}; jobs known: {controlPlane.Jobs.Count}");
    }

    private void OnCall(RecordedCall call) => Write(
        call.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "---",
        call.ErrorCode is null && call.StatusCode is not null ? "default" : "yellow",
        $"{call.Operation ?? "unknown operation"} {call.ErrorCode}".TrimEnd());

    private void Write(string what, string color, string text)
    {
        var time = DateTimeOffset.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        lock (gate)
            terminal.Row((time, 8, "grey"), (what, 3, color), (text, 0, color));
    }
}
