using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.ResourceTypes.Simulated;
using BatchResource.Local.S3;

namespace BatchResource.Local.ResourceTypes.NestedStacks;

/// <summary>
/// A stack in a stack. It is never rolled back by itself: the parent deletes it, takes its update back, or, once the parent's own update
/// has succeeded, lets it delete what the update had replaced.
/// </summary>
/// <param name="engine">The stacks.</param>
/// <param name="buckets">Where the templates are.</param>
internal sealed class NestedStack(Func<StackEngine> engine, ILocalBuckets buckets) : IResourceType, INestedStackType
{
    public const string TypeName = "AWS::CloudFormation::Stack";

    private const string Outputs = "Outputs.";

    public bool HasAttribute(string name) => name.StartsWith(Outputs, StringComparison.Ordinal);

    public IEnumerable<string> Problems(TemplateResource resource, Template template)
    {
        if (resource.Properties["TemplateURL"] is null)
            yield return "Missing required property TemplateURL";
    }

    public Replacement Replaces(JsonObject before, JsonObject after) => Replacement.False;

    public async Task<ResourceCopy> CreateAsync(ResourceContext context, JsonObject properties, CancellationToken cancellation)
    {
        var name = engine().Reviewed(context.Stack.Id, context.LogicalId)?.Identity.Name ?? NewName(context.Stack, context.LogicalId);
        var child = (await RunAsync(() => engine().BeginCreate(Request(context.Stack, name, properties)), cancellation))!.Stack;
        return child.Status == StackStatus.CreateComplete
            ? Copy(child, properties)
            : throw Failure(child, "created", child.StatusReason, cancellation);
    }

    public async Task<ResourceCopy> UpdateAsync(
        ResourceContext context, ResourceCopy current, JsonObject properties, CancellationToken cancellation)
    {
        var child = engine().Existing(current.PhysicalId!);
        var run = await RunAsync(() => engine().BeginUpdate(Request(context.Stack, child.Identity.Id, properties)), cancellation);
        return run is null || child.AwaitsParent
            ? Copy(child, properties)
            : throw Failure(child, "updated", $"Currently in {child.Status} with reason: {child.StatusReason}", cancellation);
    }

    public async Task<ResourceCopy> RestoreAsync(
        ResourceContext context, ResourceCopy current, ResourceCopy before, CancellationToken cancellation)
    {
        var child = engine().Existing(current.PhysicalId!);
        await engine().ResumeAsync(child.Identity.Id, cancellation);
        if (child.Status == StackStatus.UpdateRollbackFailed)
            await RunAsync(() => engine().BeginContinueRollback(new(child.Identity.Id) { ResourcesToSkip = Skipped(child) }), cancellation);
        else if (child.AwaitsParent || StackStatus.IsPaused(child.Status))
            await RunAsync(() => engine().BeginRollback(new(child.Identity.Id)), cancellation);
        return child.Status == StackStatus.UpdateRollbackFailed
            ? throw Failure(child, "updated", $"Currently in {child.Status} with reason: {child.StatusReason}", cancellation)
            : Copy(child, before.Properties);
    }

    public async Task CommitAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation)
    {
        if (Child(context, copy) is { AwaitsParent: true } child)
            await RunAsync(() => engine().BeginCommit(child.Identity.Id), cancellation);
    }

    public async Task DeleteAsync(ResourceContext context, ResourceCopy copy, CancellationToken cancellation)
    {
        if (Child(context, copy) is not { } child)
            return;
        await engine().ResumeAsync(child.Identity.Id, cancellation);
        try
        {
            await RunAsync(() => engine().BeginDelete(new(child.Identity.Id), cancellation), cancellation);
        }
        catch (ResourceFailedException e) when (e.WasCancelled)
        {
            throw new OperationCanceledException(e.Message, e, cancellation);
        }

        if (child.Exists)
            throw Failure(child, "deleted", $"Currently in {child.Status} with reason: {child.StatusReason}", cancellation);
    }

    public void Load(ResourceContext context, ResourceCopy copy)
    {
        // The engine knows the stack.
    }

    public string NewName(StackIdentity parent, string logicalId) =>
        new SimulatedResource(new(parent, logicalId, TypeName, RequestIds.None), []).GeneratedName(128);

    public JsonNode Attribute(ResourceContext context, ResourceCopy copy, string name) => copy.Attributes[name]?.DeepClone()
        ?? throw new ResourceFailedException($"Output '{name[Outputs.Length..]}' not found in stack '{copy.PhysicalId}'");

    /// <summary>What the rollback of the outermost stack, which a user continues, leaves as it is in this one.</summary>
    private HashSet<string> Skipped(StackState child) =>
    [
        .. engine().Existing(child.RootId!).SkippedInNestedStacks
            .Select(name => name.Split('.'))
            .Where(name => name[0] == child.Identity.Name)
            .Select(name => name[1]),
    ];

    /// <summary>The stack behind a copy; one whose creation was interrupted before it was named is found by its name.</summary>
    private StackState? Child(ResourceContext context, ResourceCopy copy) => copy.PhysicalId is { } id
        ? engine().Find(id) is { Exists: true } named ? named : null
        : engine().All.FirstOrDefault(stack => stack.ParentId == context.Stack.Id && stack.Status != StackStatus.ReviewInProgress
            && stack.Identity.Name.StartsWith($"{context.Stack.Name}-{context.LogicalId}-", StringComparison.Ordinal));

    public StackRequest Request(StackIdentity parent, string stack, JsonObject properties)
    {
        var state = engine().Existing(parent.Id);
        var parameters = properties["Parameters"] as JsonObject ?? [];
        var values = parameters.ToDictionary(entry => entry.Key, entry => Text(entry.Value));
        return new(stack, TemplateBody(properties["TemplateURL"]?.ToString() ?? ""), values)
        {
            ParentId = parent.Id,
            OnFailure = state.OnFailure == OnFailure.Keep ? OnFailure.Keep : OnFailure.LeaveToParent,
            PreviousParameters = new HashSet<string>(),
            UnknownParameters = [.. parameters.Where(entry => UnknownValue.IsIn(entry.Value)).Select(entry => entry.Key)],
            RetainExceptOnCreate = state.RetainExceptOnCreate,
            Tags = state.Tags,
        };
    }

    private string TemplateBody(string url)
    {
        if (S3Location.Find(url) is not { } template)
            throw new ResourceFailedException($"TemplateURL must be the URL of an object in Amazon S3, got \"{url}\"");
        return buckets.FindFile(template.Bucket, template.Key) is { } file
            ? File.ReadAllText(file)
            : throw new ResourceFailedException($"S3 error: The specified key does not exist: {template}");
    }

    /// <summary>Begins an operation and waits for its end; a cancellation of the parent's is one of this stack's too.</summary>
    /// <returns>The operation, or null when there was nothing to do.</returns>
    private static async Task<StackRun?> RunAsync(Func<StackRun?> begin, CancellationToken cancellation)
    {
        StackRun? run = null;
        try
        {
            run = begin();
            if (run is null)
                return null;
            using var registration = cancellation.Register(() => run.Cancellation.Request(deletesStack: false));
            await run.Completion;
            return run;
        }
        catch (OperationCanceledException)
        {
            // It was abandoned with the whole account; so will be the parent's operation, which must not go on with a failure.
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw new ResourceFailedException("Resource operation cancelled")
            {
                PhysicalId = run?.Stack.Identity.Id,
                MayExist = true,
                WasCancelled = true,
            };
        }
        catch (Exception e) when (e is TemplateException or StackException)
        {
            throw new ResourceFailedException(e.Message);
        }
    }

    private static ResourceFailedException Failure(StackState child, string done, string? reason, CancellationToken cancellation) =>
        new($"Embedded stack {child.Identity.Id} was not successfully {done}: {reason}")
        {
            PhysicalId = child.Identity.Id,
            MayExist = true,
            WasCancelled = cancellation.IsCancellationRequested,
        };

    private static ResourceCopy Copy(StackState child, JsonObject properties) => new()
    {
        PhysicalId = child.Identity.Id,
        Properties = properties,
        Attributes = new(child.Outputs.Select(output => KeyValuePair.Create($"{Outputs}{output.Name}", (JsonNode?)output.Value))),
    };

    private static string Text(JsonNode? value) =>
        value is JsonArray items ? string.Join(",", items.Select(Text)) : value?.ToString() ?? "";
}
