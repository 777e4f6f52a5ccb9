using System.Text.Json;
using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.Ground;

namespace BatchResource.Local.Assemblies;

/// <summary>What <c>cdk synth</c> leaves in <c>cdk.out</c>, or a template file on its own.</summary>
internal sealed class CloudAssembly
{
    private readonly string directory;
    private readonly Account account;

    private CloudAssembly(string directory, Account account)
    {
        this.directory = directory;
        this.account = account;
    }

    /// <summary>Reads a <c>cdk.out</c> folder, or one template file as a stack named for it.</summary>
    /// <exception cref="TemplateException">Something is missing or malformed.</exception>
    public static IReadOnlyList<AssemblyStack> Read(string path, Account account)
    {
        if (File.Exists(path))
            return [SingleTemplate(path)];
        if (!Directory.Exists(path))
            throw new TemplateException($"There is no cloud assembly or template at {path}");
        if (!File.Exists(Path.Combine(path, "manifest.json")))
            throw new TemplateException($"{path} is no cloud assembly: it has no manifest.json (run cdk synth first)");
        return new CloudAssembly(Path.GetFullPath(path), account).Stacks();
    }

    private static AssemblyStack SingleTemplate(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path).Replace(".template", "", StringComparison.Ordinal);
        return new() { StackName = name, ArtifactId = name, TemplateBody = File.ReadAllText(path) };
    }

    private List<AssemblyStack> Stacks()
    {
        var artifacts = Json("manifest.json")["artifacts"] as JsonObject ?? [];
        var stacks = artifacts
            .Where(artifact => artifact.Value?["type"]?.ToString() == "aws:cloudformation:stack")
            .Select(artifact => Stack(artifact.Key, artifact.Value!.AsObject(), artifacts))
            .ToList();
        return stacks.Count > 0 ? stacks : throw new TemplateException($"The cloud assembly {directory} has no stack");
    }

    private AssemblyStack Stack(string id, JsonObject artifact, JsonObject artifacts)
    {
        var properties = artifact["properties"] as JsonObject ?? [];
        var other = OtherEnvironment(id, artifact["environment"]?.ToString());
        var dependencies = (artifact["dependencies"] as JsonArray ?? []).Select(name => name!.ToString()).ToList();
        return new()
        {
            StackName = properties["stackName"]?.ToString() ?? id,
            ArtifactId = id,
            OtherEnvironment = other,
            TemplateBody = other is not null ? "" : Text(properties["templateFile"]?.ToString() ?? $"{id}.template.json"),
            Parameters = (properties["parameters"] as JsonObject ?? [])
                .ToDictionary(parameter => parameter.Key, parameter => Resolve(parameter.Value?.ToString() ?? "")),
            Assets = other is not null ? [] : [.. dependencies.SelectMany(dependency => AssetsOf(artifacts[dependency] as JsonObject))],
            Dependencies = dependencies,
        };
    }

    private string? OtherEnvironment(string stack, string? environment)
    {
        if (environment is null || !Uri.TryCreate(environment, UriKind.Absolute, out var uri))
            return null;
        var (accountId, region) = (uri.Host, uri.AbsolutePath.Trim('/'));
        return (accountId == "unknown-account" || accountId == account.AccountId)
            && (region == "unknown-region" || region == account.Region)
            ? null
            : $"Stack {stack} is meant for {environment}, the local AWS is aws://{account.AccountId}/{account.Region}";
    }

    private IEnumerable<FileAsset> AssetsOf(JsonObject? artifact)
    {
        if (artifact?["type"]?.ToString() != "cdk:asset-manifest" || artifact["properties"]?["file"]?.ToString() is not { } file)
            return [];
        var manifest = Json(file);
        if (manifest["dockerImages"] is JsonObject { Count: > 0 } images)
            throw new TemplateException($"{file}: container image assets are not supported: {images.First().Key}");
        return (manifest["files"] as JsonObject ?? []).SelectMany(asset => Asset(file, asset.Key, asset.Value as JsonObject ?? []));
    }

    private IEnumerable<FileAsset> Asset(string file, string id, JsonObject asset)
    {
        if (asset["source"]?["path"]?.ToString() is not { } source)
            throw new TemplateException($"{file}: asset {id} has no path; assets that a command builds are not supported");
        var path = Path.GetFullPath(source, directory);
        if (!File.Exists(path) && !Directory.Exists(path))
            throw new TemplateException($"{file}: asset {id} is missing: {source} does not exist");
        foreach (var destination in (asset["destinations"] as JsonObject ?? []).Select(entry => entry.Value))
        {
            yield return new(
                path,
                Resolve(destination?["bucketName"]?.ToString() ?? ""),
                Resolve(destination?["objectKey"]?.ToString() ?? ""));
        }
    }

    /// <summary>Replaces the placeholders that cloud assemblies use for what is only known on deployment.</summary>
    private string Resolve(string text) => text
        .Replace("${AWS::AccountId}", account.AccountId, StringComparison.Ordinal)
        .Replace("${AWS::Region}", account.Region, StringComparison.Ordinal)
        .Replace("${AWS::Partition}", account.Partition, StringComparison.Ordinal);

    private JsonObject Json(string file)
    {
        try
        {
            return JsonNode.Parse(Text(file)) as JsonObject ?? throw new TemplateException($"{file} is not an object");
        }
        catch (JsonException e)
        {
            throw new TemplateException($"{file} is not well-formed JSON: {e.Message}");
        }
    }

    private string Text(string file)
    {
        var path = Path.Combine(directory, file);
        return File.Exists(path) ? File.ReadAllText(path) : throw new TemplateException($"The cloud assembly lacks {file}");
    }
}
