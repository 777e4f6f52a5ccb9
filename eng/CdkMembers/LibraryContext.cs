using System.Reflection;
using System.Runtime.Loader;

namespace BatchResource.CdkMembers;

/// <summary>Loads assemblies from some folders, the first that has one; the framework's come from where they always do.</summary>
internal sealed class LibraryContext(params string[] folders) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = folders.Select(folder => Path.Combine(folder, $"{assemblyName.Name}.dll")).FirstOrDefault(File.Exists);
        return path is null ? null : LoadFromAssemblyPath(path);
    }
}
