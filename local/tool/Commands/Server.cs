using System.Globalization;
using System.Text.Json.Nodes;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Front;
using BatchResource.Local.Ground;
using BatchResource.Local.Tool.Output;
using Microsoft.AspNetCore.Connections;

namespace BatchResource.Local.Tool.Commands;

/// <summary>Serves an account to any client of AWS, and tells of every call, every stack event and every change of a job's state.</summary>
internal sealed class Server(ServeSettings settings, Terminal terminal)
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
        catch (Exception e) when (e is StateException or IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return Refuse(e.Message, ExitCode.StateUnusable);
        }
    }

    private async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using (var aws = await LocalAws.StartAsync(Options(), cancellationToken))
        {
            foreach (var (logicalId, failure) in settings.Failures)
                aws.Failures[logicalId] = failure;
            var account = settings.Account;
            new EndpointFile(aws.Endpoint, settings.AccessKeyId, settings.SecretAccessKey, account.AccountId, account.Region)
                .Write(settings.StateFolder);
            Introduce(aws);
            aws.ResumeStacks();
            await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        terminal.Line($"Stopped. Everything is kept in {settings.StateFolder}");
    }

    private int Refuse(string message, int code)
    {
        terminal.Line(message, "red");
        return code;
    }

    private LocalAwsOptions Options() => new()
    {
        Account = settings.Account,
        Port = settings.Port,
        AccessKeyId = settings.AccessKeyId,
        SecretAccessKey = settings.SecretAccessKey,
        Speed = settings.Speed,
        StateDirectory = settings.StateFolder,
        BedrockFaults = settings.ThrottledShare > 0 ? new RandomThrottling(settings.ThrottledShare) : NoFaults.Instance,
        BatchLimits = new() { MinimumRecords = settings.MinimumRecords },
        TrustsUnknownRoles = true,
        SimulateUnknownTypes = settings.SimulateUnknown,
        OnCall = OnCall,
        OnStackEvent = OnStackEvent,
        OnJobStateChange = OnJobStateChange,
    };

    private void Introduce(LocalAws aws)
    {
        terminal.Heading($"AWS account {settings.Account.AccountId} in {settings.Account.Region}");
        terminal.Line($"export AWS_ENDPOINT_URL={aws.Endpoint.ToString().TrimEnd('/')}");
        terminal.Line($"export AWS_ACCESS_KEY_ID={settings.AccessKeyId} AWS_SECRET_ACCESS_KEY={settings.SecretAccessKey} "
            + $"AWS_REGION={settings.Account.Region} AWS_DEFAULT_REGION={settings.Account.Region}");
        var path = Path.Combine(aws.Buckets.Root, "BUCKET", "KEY");
        terminal.Line($"s3://BUCKET/KEY is the file {path}; stacks: {aws.Stacks.Count}, jobs: {aws.Jobs.Count}");
    }

    private void OnCall(AwsCall call) => Write(
        call.Http.Response.StatusCode.ToString(CultureInfo.InvariantCulture),
        call.ErrorCode is null ? "default" : "yellow",
        $"{call.Service} {call.Operation ?? "unknown operation"} {call.ErrorCode}".TrimEnd());

    private void OnStackEvent(StackEvent e) => Write(
        "stack",
        StatusColor.Of(e.ResourceStatus),
        $"{e.StackName} {e.LogicalResourceId} {e.ResourceStatus} {e.ResourceStatusReason}".TrimEnd());

    private void OnJobStateChange(JsonObject change)
    {
        var detail = change["detail"]!;
        var (status, name) = (detail["status"]!.GetValue<string>(), detail["batchJobName"]!.GetValue<string>());
        Write("job", StatusColor.Of(status), $"{name} {status} {detail["failureMessage"]}".TrimEnd());
    }

    private void Write(string what, string color, string text)
    {
        var time = DateTimeOffset.Now.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        lock (gate)
            terminal.Row((time, 8, "grey"), (what, 5, color), (text, 0, color));
    }
}
