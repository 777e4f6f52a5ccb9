using System.Security.Cryptography;
using Amazon.CDK;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// A folder for files that the CDK is to upload. It lies in the cloud assembly's own, which is the app's to write, is nobody else's, and
/// lives as long as an asset needs it.
/// </summary>
internal sealed class AssemblyFolder(Construct scope)
{
    private readonly string folder = Path.Combine(Stage.Of(scope)!.AssetOutdir, ".batch-resource");

    /// <summary>Writes a file that is named for its content, and returns its path.</summary>
    public string Put(string extension, Action<Stream> write) => Put(write, file =>
    {
        file.Position = 0;
        return HexText.Of(SHA256.HashData(file)) + extension;
    });

    /// <summary>Writes a file whose name says what is in it, unless it is there, and returns its path.</summary>
    public string PutNamed(string name, Action<Stream> write)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? path : Put(write, _ => name);
    }

    private string Put(Action<Stream> write, Func<Stream, string> nameOf)
    {
        Directory.CreateDirectory(folder);

        // Two apps may synthesize into one folder at once; neither must see half of a file.
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
