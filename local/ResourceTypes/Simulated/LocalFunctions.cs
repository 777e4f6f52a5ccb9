using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.Events;
using BatchResource.Local.Lambda;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>The Lambda functions that templates declare, and their way onto the host.</summary>
internal sealed class LocalFunctions(ILambdaHost host, ILocalBuckets buckets) : IEventTargets
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, LambdaFunction> byArn = [];
    private readonly Dictionary<string, (int Attempts, TimeSpan EventAge)> retries = [];
    private readonly Dictionary<string, InvokePermission> permissions = [];
    private readonly HashSet<string> unrunnable = [];

    /// <summary>Whether the host has a way to run functions of that runtime.</summary>
    public static bool CanRun(string? runtime) => runtime is not null
        && (runtime.StartsWith("dotnet", StringComparison.Ordinal) || runtime.StartsWith("provided", StringComparison.Ordinal));

    /// <summary>Creates the function, or changes it.</summary>
    public void Put(string arn, SimulatedResource resource)
    {
        if (!CanRun(resource.Text("Runtime")))
        {
            lock (gate)
                unrunnable.Add(arn);
            return;
        }

        var function = Function(arn, resource);
        lock (gate)
        {
            if (retries.TryGetValue(function.FunctionName, out var set))
                function = function with { MaximumRetryAttempts = set.Attempts, MaximumEventAge = set.EventAge };
            byArn[arn] = function;
            host.Put(function);
        }
    }

    /// <summary>Whether the function exists, and the host has no way to run it.</summary>
    public bool IsUnrunnable(string arn)
    {
        lock (gate)
            return unrunnable.Contains(arn);
    }

    /// <summary>Deletes the function.</summary>
    public void Remove(string arn)
    {
        lock (gate)
        {
            if (byArn.Remove(arn))
                host.Remove(arn);
        }
    }

    /// <summary>Sets how failed asynchronous invocations are repeated.</summary>
    /// <param name="function">The function's name or ARN.</param>
    /// <param name="attempts">How often an invocation is repeated.</param>
    /// <param name="eventAge">How old an event may get.</param>
    public void SetRetries(string function, int attempts, TimeSpan eventAge)
    {
        lock (gate)
        {
            var name = NameOf(function);
            retries[name] = (attempts, eventAge);
            if (byArn.Values.FirstOrDefault(known => known.FunctionName == name) is not { } known)
                return;
            byArn[known.FunctionArn] = known with { MaximumRetryAttempts = attempts, MaximumEventAge = eventAge };
            host.Put(byArn[known.FunctionArn]);
        }
    }

    /// <summary>Lets a principal invoke a function.</summary>
    /// <param name="id">The id of the statement.</param>
    /// <param name="permission">Who may invoke what.</param>
    public void Allow(string id, InvokePermission permission)
    {
        lock (gate)
            permissions[id] = permission;
    }

    /// <summary>Takes a permission back.</summary>
    public void Disallow(string id)
    {
        lock (gate)
            permissions.Remove(id);
    }

    /// <inheritdoc/>
    public EventOutcome Send(string targetArn, string payload, string ruleArn)
    {
        if (targetArn.Split(':') is not [_, _, "lambda", ..])
            return EventOutcome.Recorded;
        lock (gate)
        {
            if (!permissions.Values.Any(permission => permission.Lets("events.amazonaws.com", ruleArn, NameOf(targetArn))))
                return EventOutcome.Failed;
        }

        try
        {
            Invoke(targetArn, Encoding.UTF8.GetBytes(payload));
            return EventOutcome.Invoked;
        }
        catch (ResourceFailedException)
        {
            return EventOutcome.Failed;
        }
    }

    /// <summary>The ARN of a function that is named by name or ARN; what was given when there is none.</summary>
    public string ArnOf(string function)
    {
        lock (gate)
            return byArn.Values.FirstOrDefault(known => known.FunctionName == NameOf(function))?.FunctionArn ?? function;
    }

    /// <summary>Hands an event to a function, version or alias.</summary>
    /// <exception cref="ResourceFailedException">There is no such function.</exception>
    public void Invoke(string arn, ReadOnlyMemory<byte> payload)
    {
        try
        {
            host.InvokeAsEvent(string.Join(':', arn.Split(':').Take(7)), payload);
        }
        catch (KeyNotFoundException)
        {
            throw new ResourceFailedException($"Function not found: {arn} (Service: Lambda, Status Code: 404)");
        }
    }

    private LambdaFunction Function(string arn, SimulatedResource resource)
    {
        var name = resource.PhysicalId;
        return new(
            name,
            arn,
            Bundle(resource),
            resource.Text("Handler") ?? "",
            resource.Text("Runtime")!,
            TimeSpan.FromSeconds(Number(resource.Text("Timeout"), 3)),
            Number(resource.Text("MemorySize"), 128),
            Environment(resource),
            resource.Text("Role") ?? "",
            resource.Properties["LoggingConfig"]?["LogGroup"]?.ToString() ?? $"/aws/lambda/{name}",
            MaximumRetryAttempts: 2,
            MaximumEventAge: TimeSpan.FromHours(6),
            resource.Text("ReservedConcurrentExecutions") is { } reserved ? Number(reserved, 0) : null)
        {
            Architecture = resource.Properties["Architectures"]?[0]?.ToString() ?? "x86_64",
        };
    }

    private string Bundle(SimulatedResource resource)
    {
        var bucket = resource.Properties["Code"]?["S3Bucket"]?.ToString();
        var key = resource.Properties["Code"]?["S3Key"]?.ToString();
        if (bucket is null || key is null)
            throw new ResourceFailedException("Please provide a source for function code.");
        return buckets.FindFile(bucket, key)
            ?? throw new ResourceFailedException($"Error occurred while GetObject. S3 Error Code: NoSuchKey, s3://{bucket}/{key}");
    }

    private static Dictionary<string, string> Environment(SimulatedResource resource) =>
        (resource.Properties["Environment"]?["Variables"] as JsonObject ?? [])
            .ToDictionary(variable => variable.Key, variable => variable.Value?.ToString() ?? "");

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    internal static string NameOf(string function) => function.Split(':') is { Length: >= 7 } arn ? arn[6] : function;
}
