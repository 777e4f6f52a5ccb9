namespace BatchResource.Local.Ground;

/// <summary>Writes files that are either the old or the new one, wherever the process is killed.</summary>
internal static class AtomicFile
{
    /// <summary>Replaces the file.</summary>
    public static void Write(string path, string text)
    {
        var partial = $"{path}.new";
        File.WriteAllText(partial, text);
        File.Move(partial, path, overwrite: true);
    }
}
