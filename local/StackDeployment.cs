using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.CloudFormation.Templates;
using BatchResource.Local.ResourceTypes;

namespace BatchResource.Local;

/// <summary>Deploys stacks of cloud assemblies as <c>cdk deploy</c> does.</summary>
internal sealed class StackDeployment(LocalCloudFormation cloudFormation)
{
    private readonly StackEngine engine = cloudFormation.Engine;

    /// <summary>Deploys a stack, and before it those that it depends on.</summary>
    /// <param name="path">The assembly or template.</param>
    /// <param name="stacks">The stacks in it.</param>
    /// <param name="options">What to deploy, and how.</param>
    /// <param name="cancellation">Gives up waiting; the stack stays as it is at that moment.</param>
    public async Task<StackResult> RunAsync(
        string path, IReadOnlyList<AssemblyStack> stacks, DeployOptions options, CancellationToken cancellation)
    {
        var target = Choose(stacks, path, options.StackName);
        var dependencies = stacks.Where(stack => stack != target && target.Dependencies.Contains(stack.ArtifactId)).ToList();
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

    /// <summary>
    /// The stack that is asked for; without a name the only one, or the only one that is meant for this account and Region.
    /// </summary>
    private static AssemblyStack Choose(IReadOnlyList<AssemblyStack> stacks, string path, string? name)
    {
        if (name is null && stacks.Count == 1)
            return stacks[0];
        if (File.Exists(path) && name is not null)
            return stacks[0] with { StackName = name };
        if (name is null && stacks.Where(stack => stack.OtherEnvironment is null).ToList() is [var only])
            return only;
        return stacks.FirstOrDefault(stack => stack.StackName == name || stack.ArtifactId == name)
            ?? throw new TemplateException(
                $"{path} has the stacks {string.Join(", ", stacks.Select(stack => stack.StackName))}; "
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
        cloudFormation.Publish(stack);

        await engine.ResumeAsync(stack.StackName, cancellation);
        var existing = engine.Find(stack.StackName);
        var before = existing?.Events.Count ?? 0;
        if (existing is not null && StackStatus.IsPaused(existing.Status) && !options.DisableRollback)
            await engine.BeginRollback(new(stack.StackName), cancellation).Completion;
        if (existing?.Status is StackStatus.RollbackComplete or StackStatus.RollbackFailed or StackStatus.DeleteFailed)
        {
            await engine.DeleteAsync(stack.StackName, cancellation);
            if (existing.Exists)
                return StackResult.Of(existing, before);
        }

        return existing is { Exists: true }
            ? StackResult.Of(await engine.UpdateAsync(request, cancellation) ?? existing, before)
            : StackResult.Of(await engine.CreateAsync(request, cancellation));
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
