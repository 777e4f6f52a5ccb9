using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.Events;
using BatchResource.Local.Lambda;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.Simulated;

/// <summary>The Lambda functions that templates declare, as events and custom resources reach them.</summary>
internal sealed class LocalFunctions(FunctionRegistry registry, ILocalBuckets buckets) : IEventTargets
{
    /// <summary>The functions.</summary>
    public FunctionRegistry Registry => registry;

    /// <summary>Whether the host has a way to run functions of that runtime.</summary>
    public static bool CanRun(string? runtime) => runtime is not null
        && (runtime.StartsWith("dotnet", StringComparison.Ordinal) || runtime.StartsWith("provided", StringComparison.Ordinal));

    /// <summary>Creates the function, or changes it.</summary>
    public void Put(string arn, SimulatedResource resource)
    {
        if (CanRun(resource.Text("Runtime")))
            registry.Put(Function(arn, resource));
        else
            registry.PutUnrunnable(arn);
    }

    /// <inheritdoc/>
    public EventOutcome Send(string targetArn, string payload, string ruleArn)
    {
        if (targetArn.Split(':') is not [_, _, "lambda", ..])
            return EventOutcome.Recorded;
        if (!registry.MayInvoke("events.amazonaws.com", ruleArn, targetArn))
            return EventOutcome.Failed;
        try
        {
            registry.Invoke(targetArn, Encoding.UTF8.GetBytes(payload));
            return EventOutcome.Invoked;
        }
        catch (KeyNotFoundException)
        {
            return EventOutcome.Failed;
        }
    }

    /// <summary>Hands an event to a function, version or alias.</summary>
    /// <returns>Lambda's request id.</returns>
    /// <exception cref="ResourceFailedException">There is no such function.</exception>
    public string Invoke(string arn, ReadOnlyMemory<byte> payload)
    {
        try
        {
            return registry.Invoke(arn, payload);
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
}
