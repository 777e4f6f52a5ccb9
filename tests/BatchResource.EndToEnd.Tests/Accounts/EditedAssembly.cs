using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.EndToEnd.Tests.Support;

namespace BatchResource.EndToEnd.Tests.Accounts;

/// <summary>
/// A copy of the sample app's cloud assembly in which the stack has another name and template. The CDK uploads a template under a name that
/// stands for its content, so that name is another too.
/// </summary>
internal sealed class EditedAssembly : IDisposable
{
    private const string Manifest = "manifest.json";
    private const string Template = $"{SampleStack.Name}.template.json";
    private const string Assets = $"{SampleStack.Name}.assets.json";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("batch-resource-assembly-");

    private EditedAssembly()
    {
    }

    public string Folder => folder.FullName;

    public static async Task<EditedAssembly> CreateAsync(string stackName, Action<JsonObject> edit)
    {
        var assembly = new EditedAssembly();
        foreach (var file in new DirectoryInfo(await SampleAssembly.FolderAsync).GetFiles())
            file.CopyTo(assembly.PathOf(file.Name));

        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(assembly.PathOf(Manifest)))!;
        var stack = manifest["artifacts"]![SampleStack.Name]!["properties"]!;
        stack["stackName"] = stackName;
        var before = stack["stackTemplateAssetObjectUrl"]!.ToString().Split('/')[^1].Split('.')[0];

        var template = JsonNode.Parse(await File.ReadAllTextAsync(assembly.PathOf(Template)))!.AsObject();
        edit(template);
        var content = Encoding.UTF8.GetBytes(template.ToJsonString());
        var after = Convert.ToHexStringLower(SHA256.HashData(content));
        await File.WriteAllBytesAsync(assembly.PathOf(Template), content);
        await assembly.WriteAsync(Manifest, manifest.ToJsonString(), before, after);
        await assembly.WriteAsync(Assets, await File.ReadAllTextAsync(assembly.PathOf(Assets)), before, after);
        return assembly;
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(Folder, file);

    private Task WriteAsync(string file, string content, string before, string after) =>
        File.WriteAllTextAsync(PathOf(file), content.Replace(before, after, StringComparison.Ordinal));
}
