namespace BatchResource.Cdk.Internal;

/// <summary>The records of one file, which is uploaded unchanged.</summary>
internal sealed class SingleFileSource(string path) : FileSource(path, File.Exists(path) ? [path] : [])
{
    public override string? Absence => Files.Count == 0
        ? $"Input must be a {Extension} file or a folder of them, but {Name} does not exist"
        : null;
}
