using System.Text;
using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.Ground;
using BatchResource.Local.S3;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>
/// CloudFormation in a process that serves the account. What is to be done goes to its endpoint; what has happened is read from the state
/// folder, where each stack is a file and each bucket a folder.
/// </summary>
internal sealed class ServedStacks(AccountSettings settings, EndpointFile endpoint, EndpointClient client, ILocalBuckets buckets)
    : IStackClient
{
    /// <summary>What a call may hold; longer templates come from a bucket.</summary>
    private const int MaximumBody = 51_200;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <inheritdoc/>
    public void Publish(AssemblyStack stack) => AssetPublisher.Publish(stack, buckets);

    /// <inheritdoc/>
    public StackResult? Find(string stackName) => State(stackName) is { } stack ? StackResult.Of(stack) : null;

    /// <summary>The process that serves has gone on with every operation when it started: only wait for it.</summary>
    public Task ResumeAsync(string stackName, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CreateAsync(StackRequest request, CancellationToken cancellation) =>
        RunAsync("CreateStack", request.StackName, Deployment(request, previous: null), cancellation);

    /// <inheritdoc/>
    public async Task UpdateAsync(StackRequest request, CancellationToken cancellation)
    {
        try
        {
            await RunAsync("UpdateStack", request.StackName, Deployment(request, State(request.StackName)), cancellation);
        }
        catch (StackException e) when (e.Message == StackException.NoUpdates)
        {
            // Nothing changes, which is what was asked for.
        }
    }

    /// <inheritdoc/>
    public Task DeleteAsync(DeletionRequest request, CancellationToken cancellation) =>
        RunAsync("DeleteStack", request.StackName, List("RetainResources", request.RetainResources), cancellation);

    /// <inheritdoc/>
    public Task RollBackAsync(RollbackRequest request, CancellationToken cancellation) =>
        RunAsync("RollbackStack", request.StackName, [], cancellation);

    /// <inheritdoc/>
    public Task ContinueRollbackAsync(RollbackRequest request, CancellationToken cancellation) =>
        RunAsync("ContinueUpdateRollback", request.StackName, List("ResourcesToSkip", request.ResourcesToSkip), cancellation);

    /// <summary>Begins an operation, and shows its events until it has ended.</summary>
    private async Task RunAsync(
        string action, string stack, IEnumerable<KeyValuePair<string, string>> parameters, CancellationToken cancellation)
    {
        var former = State(stack);
        await client.StackOperationAsync(action, [new("StackName", stack), .. parameters], cancellation);
        var shown = action == "CreateStack" ? 0 : former?.Events.Count ?? 0;
        while (true)
        {
            var now = State(stack) ?? throw new StateException($"{endpoint.Address} does not keep its stacks in {settings.StateFolder}");
            foreach (var e in now.Events.Skip(shown))
                settings.OnStackEvent?.Invoke(e);
            shown = now.Events.Count;
            if (!StackStatus.IsInProgress(now.Status))
                return;
            await Task.Delay(Interval, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (cancellation.IsCancellationRequested)
                throw new WatchEndedException(now.Identity.Name, endpoint.Address);
        }
    }

    private StackState? State(string nameOrId) => SavedStacks.ReadStates(settings.StateFolder)
        .Where(stack => stack.Identity.Name == nameOrId || stack.Identity.Id == nameOrId)
        .MaxBy(stack => stack.CreationTime);

    private List<KeyValuePair<string, string>> Deployment(StackRequest request, StackState? previous)
    {
        List<KeyValuePair<string, string>> parameters =
        [
            Template(request.TemplateBody),
            new("Capabilities.member.1", "CAPABILITY_NAMED_IAM"),
            new("DisableRollback", request.OnFailure == OnFailure.Keep ? "true" : "false"),
        ];
        var kept = previous is null ? [] : TemplateReader.Read(request.TemplateBody, request.Parameters).Parameters.Keys
            .Where(name => previous.Parameters.ContainsKey(name) && !request.Parameters.ContainsKey(name));
        var number = 0;
        foreach (var (name, value) in request.Parameters)
        {
            number++;
            parameters.Add(new($"Parameters.member.{number}.ParameterKey", name));
            parameters.Add(new($"Parameters.member.{number}.ParameterValue", value));
        }

        foreach (var name in kept)
        {
            number++;
            parameters.Add(new($"Parameters.member.{number}.ParameterKey", name));
            parameters.Add(new($"Parameters.member.{number}.UsePreviousValue", "true"));
        }

        return parameters;
    }

    private KeyValuePair<string, string> Template(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        if (bytes.Length <= MaximumBody)
            return new("TemplateBody", body);
        var (bucket, key) = ($"templates-{endpoint.AccountId}-{endpoint.Region}", $"{Ground.SigV4.CanonicalRequest.Hash(bytes)}.template");
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, bytes);
            buckets.Create(bucket);
            buckets.Upload(bucket, key, file);
        }
        finally
        {
            File.Delete(file);
        }

        return new("TemplateURL", $"{endpoint.Address}{bucket}/{key}");
    }

    private static IEnumerable<KeyValuePair<string, string>> List(string name, IEnumerable<string> values) =>
        values.Select((value, index) => new KeyValuePair<string, string>($"{name}.member.{index + 1}", value));
}
