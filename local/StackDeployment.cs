using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;

namespace BatchResource.Local;

/// <summary>Deploys stacks of cloud assemblies as <c>cdk deploy</c> does.</summary>
internal sealed class StackDeployment(IStackClient stacks)
{
    /// <summary>Deploys a stack, and before it those that it depends on.</summary>
    /// <param name="path">The assembly or template.</param>
    /// <param name="assembly">The stacks in it.</param>
    /// <param name="options">What to deploy, and how.</param>
    /// <param name="cancellation">Gives up waiting; the stack stays as it is at that moment.</param>
    public async Task<StackResult> RunAsync(
        string path, IReadOnlyList<AssemblyStack> assembly, DeployOptions options, CancellationToken cancellation)
    {
        var target = Choose(assembly, path, options.StackName);
        var dependencies = assembly.Where(stack => stack != target && target.Dependencies.Contains(stack.ArtifactId)).ToList();
        foreach (var stack in dependencies.Append(target).Where(stack => stack.OtherEnvironment is not null))
            throw new TemplateException(stack.OtherEnvironment!);
        foreach (var dependency in dependencies)
        {
            var result = await DeployAsync(dependency, new() { DisableRollback = options.DisableRollback }, cancellation);
            if (!result.Succeeded)
                return result;
        }

        return await DeployAsync(target, options, cancellation);
    }

    /// <summary>Takes a stack back to where it was before a deployment that failed, or goes on with a rollback that failed.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="skipped">Resources that cannot be brought back, by logical id.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    public async Task<StackResult> RollBackAsync(string stackName, IReadOnlySet<string> skipped, CancellationToken cancellation)
    {
        if (stacks.Find(stackName) is not { } former || former.Status == StackStatus.DeleteComplete)
            throw new StackException($"Stack [{stackName}] does not exist");
        await stacks.ResumeAsync(stackName, cancellation);
        var request = new RollbackRequest(stackName) { ResourcesToSkip = skipped };
        if (skipped.Count > 0 || stacks.Find(stackName)!.Status == StackStatus.UpdateRollbackFailed)
            await stacks.ContinueRollbackAsync(request, cancellation);
        else
            await stacks.RollBackAsync(request, cancellation);
        return Since(former, stackName);
    }

    /// <summary>Deletes a stack.</summary>
    /// <param name="stackName">The stack.</param>
    /// <param name="retained">Resources that stay, by logical id; only for a stack in <c>DELETE_FAILED</c>.</param>
    /// <param name="cancellation">Gives up waiting.</param>
    /// <returns>The stack, or null when there is none of that name.</returns>
    public async Task<StackResult?> DeleteAsync(string stackName, IReadOnlySet<string> retained, CancellationToken cancellation)
    {
        if (stacks.Find(stackName) is not { } former || former.Status == StackStatus.DeleteComplete)
            return null;
        await stacks.ResumeAsync(stackName, cancellation);
        await stacks.DeleteAsync(new(former.StackId) { RetainResources = retained }, cancellation);
        return Since(former, stackName);
    }

    /// <summary>
    /// The stack that is asked for; without a name the only one, or the only one that is meant for this account and Region.
    /// </summary>
    private static AssemblyStack Choose(IReadOnlyList<AssemblyStack> assembly, string path, string? name)
    {
        if (name is null && assembly.Count == 1)
            return assembly[0];
        if (File.Exists(path) && name is not null)
            return assembly[0] with { StackName = name };
        if (name is null && assembly.Where(stack => stack.OtherEnvironment is null).ToList() is [var only])
            return only;
        return assembly.FirstOrDefault(stack => stack.StackName == name || stack.ArtifactId == name)
            ?? throw new TemplateException(
                $"{path} has the stacks {string.Join(", ", assembly.Select(stack => stack.StackName))}; "
                + (name is null ? "say which one to deploy" : $"none is called {name}"));
    }

    private async Task<StackResult> DeployAsync(AssemblyStack stack, DeployOptions options, CancellationToken cancellation)
    {
        var parameters = stack.Parameters.ToDictionary();
        foreach (var (name, value) in options.Parameters)
            parameters[name] = value;
        var request = new StackRequest(stack.StackName, Edited(stack.TemplateBody, options.EditTemplate), parameters)
        {
            OnFailure = options.DisableRollback ? OnFailure.Keep : OnFailure.RollBack,
        };
        stacks.Publish(stack);

        await stacks.ResumeAsync(stack.StackName, cancellation);
        var former = stacks.Find(stack.StackName);
        if (former is not null && StackStatus.IsPaused(former.Status) && !options.DisableRollback)
            await stacks.RollBackAsync(new(stack.StackName), cancellation);
        var existing = stacks.Find(stack.StackName);
        if (existing?.Status is StackStatus.RollbackComplete or StackStatus.RollbackFailed or StackStatus.DeleteFailed)
        {
            await stacks.DeleteAsync(new(stack.StackName), cancellation);
            existing = stacks.Find(stack.StackName)!;
            if (existing.Status != StackStatus.DeleteComplete)
                return Since(former, stack.StackName);
        }

        if (existing is null or { Status: StackStatus.DeleteComplete })
            await stacks.CreateAsync(request, cancellation);
        else
            await stacks.UpdateAsync(request, cancellation);
        return Since(former, stack.StackName);
    }

    /// <summary>
    /// The stack as it is now, with the events since it was as it is given; all of them where another stack has its name now.
    /// </summary>
    private StackResult Since(StackResult? former, string stackName)
    {
        var now = stacks.Find(stackName)!;
        return now.StackId == former?.StackId ? now with { Events = [.. now.Events.Skip(former.Events.Count)] } : now;
    }

    private static string Edited(string templateBody, Action<JsonObject>? edit)
    {
        if (edit is null)
            return templateBody;
        var template = TemplateReader.Parse(templateBody);
        edit(template);
        return template.ToJsonString();
    }
}
