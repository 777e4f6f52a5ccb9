using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.Lambda;
using BatchResource.Local.ResourceTypes.CustomResources;

namespace BatchResource.Bench.Startup;

/// <summary>A contender's process with a Runtime API of its own; CloudFormation's part is played here.</summary>
internal sealed class FunctionProcess : IAsyncDisposable
{
    public const string FunctionArn = "arn:aws:lambda:us-east-1:123456789012:function:Measured";

    private const string StackId = "arn:aws:cloudformation:us-east-1:123456789012:stack/Measured/5e3fa9c0-7c1f-11f0-8a2e-0afff1e2d3c4";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Contender contender;
    private readonly MeasuredAws aws;
    private readonly LambdaProcessor? processor;
    private readonly RuntimeApi api = new();
    private readonly StringBuilder output = new();
    private Process? process;
    private long started;

    /// <param name="contender">What is started.</param>
    /// <param name="aws">What it calls.</param>
    /// <param name="processor">What limits its processor time; nothing when null.</param>
    public FunctionProcess(Contender contender, MeasuredAws aws, LambdaProcessor? processor) =>
        (this.contender, this.aws, this.processor) = (contender, aws, processor);

    /// <summary>The most memory that the process had resident so far, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            process!.Refresh();
            return process.PeakWorkingSet64;
        }
    }

    /// <summary>The processor time that the process has used so far, on all its threads.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            process!.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Starts the process; the clock starts with it.</summary>
    public async Task StartAsync()
    {
        await api.StartAsync();
        var start = LambdaProcessor.StartInfo(processor, contender.FileName, contender.Arguments);
        start.WorkingDirectory = contender.Folder;
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        start.Environment.Clear();
        foreach (var (name, value) in aws.Environment.Concat(contender.Environment))
            start.Environment[name] = value;
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = api.Endpoint.Authority;
        start.Environment["LAMBDA_TASK_ROOT"] = contender.Folder;

        started = Stopwatch.GetTimestamp();
        process = Process.Start(start) ?? throw new InvalidOperationException($"{contender.FileName} does not start");
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Delivers the event of a new job and waits until CloudFormation has its answer and the process has returned.</summary>
    /// <exception cref="InvalidOperationException">The answer was not SUCCESS with a job's ARN, or none came.</exception>
    public async Task<Invocation> InvokeAsync(int index)
    {
        var requestId = Guid.NewGuid().ToString();
        var answered = new TaskCompletionSource<(long At, string Body)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var url = aws.Responses.Open(new PresignedObject("cloudformation-custom-resource-response-useast1", requestId, body =>
            answered.TrySetResult((Stopwatch.GetTimestamp(), Encoding.UTF8.GetString(body))))
        {
            Clock = TimeProvider.System,
        });
        var (type, properties) = contender.EventFor(index);
        var payload = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["RequestType"] = "Create",
            ["ServiceToken"] = FunctionArn,
            ["ResponseURL"] = url,
            ["StackId"] = StackId,
            ["RequestId"] = requestId,
            ["LogicalResourceId"] = $"Job{index}",
            ["ResourceType"] = type,
            ["ResourceProperties"] = properties,
        });

        var handed = 0L;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var reply = await api.DeliverAsync(
                requestId,
                () =>
                {
                    handed = Stopwatch.GetTimestamp();
                    processor?.Serve(MeasuredAws.Memory);
                    return new RuntimeEvent(requestId, FunctionArn, DateTimeOffset.UtcNow + TimeSpan.FromMinutes(15), payload);
                },
                patience.Token);
            var (at, body) = await answered.Task.WaitAsync(patience.Token);
            await reply.WaitAsync(patience.Token);
            Check(body);
            return new Invocation(Stopwatch.GetElapsedTime(started, handed), Stopwatch.GetElapsedTime(handed, at));
        }
        catch (OperationCanceledException)
        {
            throw new InvalidOperationException($"{contender.Name} did not answer within {Patience.TotalSeconds} s. It printed:\n{output}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        await api.DisposeAsync();
    }

    private void Keep(string? line)
    {
        lock (output)
            output.AppendLine(line);
    }

    private void Check(string body)
    {
        var answer = JsonNode.Parse(body)!;
        var id = (string?)answer["PhysicalResourceId"];
        if ((string?)answer["Status"] != "SUCCESS" || aws.Bedrock.Find(id ?? "") is null)
            throw new InvalidOperationException($"{contender.Name} answered {body}. It printed:\n{output}");
    }
}
