using System.Security.Cryptography;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// A folder for files that the CDK uploads. It is inside the app's own cloud assembly, so nothing else writes there, and it exists as long
/// as an asset needs it.
/// </summary>
internal sealed class AssemblyFolder(Construct scope)
{
    private readonly string folder = Path.Combine(Stage.Of(scope)!.AssetOutdir, ".batch-resource");

    /// <summary>Writes a file, names it after its content and returns its path.</summary>
    public string Put(string extension, Action<Stream> write) => Put(write, file =>
    {
        file.Position = 0;
        return HexText.Of(SHA256.HashData(file)) + extension;
    });

    /// <summary>Writes a file unless its name exists already, and returns its path. The name says what the content is.</summary>
    public string PutNamed(string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : Put(write, _ => name);
    }

    private string Put(Action<Stream> write, Func<Stream, string> nameOf)
    {
        Directory.CreateDirectory(folder);

        // Two apps may synthesize into one folder at once. Neither may see half of a file.
        var partial = Path.Combine(folder, Path.GetRandomFileName());
        try
        {
            string name;
            using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
                name = nameOf(file);
            }

            var path = Path.Combine(folder, name);
            File.Move(partial, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
