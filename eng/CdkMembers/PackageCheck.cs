using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace BatchResource.CdkMembers;

/// <summary>Checks the libraries of a package, for each framework that it is built for.</summary>
public static partial class PackageCheck
{
    private static readonly string[] Cdk = ["Amazon.CDK.Lib", "Constructs"];

    /// <summary>Resolves what the package's libraries refer to.</summary>
    /// <param name="package">The path of the <c>.nupkg</c>.</param>
    /// <param name="cdkFolder">A folder with <c>Amazon.CDK.Lib.dll</c> and the assemblies that it needs.</param>
    public static IReadOnlyList<MemberReport> Run(string package, string cdkFolder)
    {
        var versions = string.Join(", ", Cdk.Select(name => $"{name} {VersionOf(Path.Combine(cdkFolder, $"{name}.dll"))}"));
        var folder = Directory.CreateTempSubdirectory("batch-resource-members-").FullName;
        try
        {
            ZipFile.ExtractToDirectory(package, folder);
            return
            [
                .. Directory.GetFiles(Path.Combine(folder, "lib"), "*.dll", SearchOption.AllDirectories)
                    .Order(StringComparer.Ordinal)
                    .Select(library =>
                    {
                        var (types, members, missing) = MemberCheck.Run(library, cdkFolder);
                        return new MemberReport(
                            Path.GetRelativePath(folder, library).Replace('\\', '/'), versions, types, members, missing);
                    }),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The assemblies are all 1.0.0; the module of npm that each carries says which it is: aws-cdk-lib-2.267.0.tgz.
    private static string VersionOf(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        return metadata.ManifestResources
            .Select(handle => Module().Match(metadata.GetString(metadata.GetManifestResource(handle).Name)))
            .First(match => match.Success)
            .Groups["version"].Value;
    }

    [GeneratedRegex(@"-(?<version>[0-9.]+)\.tgz$", RegexOptions.ExplicitCapture)]
    private static partial Regex Module();
}
