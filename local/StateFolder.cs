using BatchResource.Local.Ground;

namespace BatchResource.Local;

/// <summary>The folder that an account lives in, held by this process alone.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly string root;
    private readonly bool isTemporary;
    private readonly FileStream? held;

    private StateFolder(string root, bool isTemporary, FileStream? held) =>
        (this.root, this.isTemporary, this.held) = (root, isTemporary, held);

    /// <summary>The folder of the buckets.</summary>
    public string Buckets => BucketsIn(root);

    /// <summary>The folder of the stacks; null when nothing is to be kept.</summary>
    public string? Stacks => isTemporary ? null : StacksIn(root);

    /// <summary>The file of the jobs; null when nothing is to be kept.</summary>
    public string? Jobs => isTemporary ? null : Path.Combine(root, "jobs.jsonl");

    /// <summary>The file that says what time it is; null when nothing is to be kept.</summary>
    public string? Clock => isTemporary ? null : Path.Combine(root, "clock.json");

    /// <summary>The folder of the buckets in a state folder.</summary>
    public static string BucketsIn(string root) => Path.Combine(root, "s3");

    /// <summary>The folder of the stacks in a state folder.</summary>
    public static string StacksIn(string root) => Path.Combine(root, "stacks");

    /// <summary>Takes hold of a folder, or makes a temporary one.</summary>
    /// <exception cref="StateException">Another process holds it.</exception>
    public static StateFolder Open(string? path)
    {
        if (path is null)
            return new(Directory.CreateTempSubdirectory("local-aws-").FullName, isTemporary: true, held: null);
        Directory.CreateDirectory(path);
        if (Hold(path) is not { } file)
            throw new StateException($"{path} is in use by another process: wait until that has finished, or use another --state folder");
        File.Delete(EndpointFile.In(path));
        return new(Path.GetFullPath(path), isTemporary: false, file);
    }

    /// <summary>Whether a process holds the folder.</summary>
    public static bool IsHeld(string path)
    {
        if (!Directory.Exists(path))
            return false;
        using var free = Hold(path);
        return free is null;
    }

    private static FileStream? Hold(string path)
    {
        try
        {
            return new(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose()
    {
        if (held is not null)
            File.Delete(EndpointFile.In(root));
        held?.Dispose();
        if (isTemporary)
            Directory.Delete(root, recursive: true);
    }
}
