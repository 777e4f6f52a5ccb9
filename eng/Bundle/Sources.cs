using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BatchResource.Bundle;

/// <summary>
/// What a bundle is made of, as text: the files of the provider and of the projects that it refers to, and the packages whose code goes in,
/// as the restore found them. Neither the machine nor its linker has a share in it.
/// </summary>
internal static class Sources
{
    private static readonly string[] NoSources = ["bin", "obj", "Properties"];

    /// <summary>The hash, for a restored project.</summary>
    /// <param name="project">The project file.</param>
    /// <param name="assetsFile">Its <c>project.assets.json</c>.</param>
    /// <param name="root">The repository.</param>
    public static string Hash(string project, string assetsFile, string root)
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(assetsFile));
        var used = assets.RootElement.GetProperty("targets").EnumerateObject().First().Value.EnumerateObject().Where(HasCode).ToList();
        var packages = used.Where(library => TypeOf(library) == "package").Select(library => $"package {library.Name}");
        var folders = used.Where(library => TypeOf(library) == "project")
            .Select(library => assets.RootElement.GetProperty("libraries").GetProperty(library.Name).GetProperty("path").GetString()!)
            .Select(path => Path.GetFullPath(path, Path.GetDirectoryName(project)!))
            .Append(project)
            .Select(path => Path.GetDirectoryName(path)!)
            .ToList();
        var files = folders.SelectMany(FilesIn).Concat(folders.SelectMany(folder => SettingsFor(folder, root))).Distinct()
            .Select(file => $"file {Path.GetRelativePath(root, file).Replace('\\', '/')} {HashOfText(File.ReadAllText(file))}");
        return HashOf(packages.Concat(files).Order(StringComparer.Ordinal));
    }

    public static string HashOf(IEnumerable<string> lines) => HashOfText(string.Concat(lines.Select(line => line + "\n")));

    // A working copy on Windows may have other line ends.
    private static string HashOfText(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));

    private static string? TypeOf(JsonProperty library) => library.Value.GetProperty("type").GetString();

    /// <summary>Analyzers and compilers are packages too, and put nothing into the bundle.</summary>
    private static bool HasCode(JsonProperty library) =>
        library.Value.TryGetProperty("runtime", out var files)
        && files.EnumerateObject().Any(file => !file.Name.EndsWith("/_._", StringComparison.Ordinal));

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".csproj" or ".json" or ".xml" or ".props" or ".targets")
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Intersect(NoSources).Any());

    private static IEnumerable<string> SettingsFor(string folder, string root)
    {
        for (var current = folder; current.Length >= Path.TrimEndingDirectorySeparator(root).Length; current = Path.GetDirectoryName(current)!)
        {
            foreach (var file in Directory.EnumerateFiles(current, "Directory.Build.*"))
                yield return file;
        }
    }
}
