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

    /// <summary>Where a file of this name lies, if it was put.</summary>
    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Writes a file that is named for its content, and returns its path.</summary>
    public string Put(string extension, Action<Stream> write)
    {
        Directory.CreateDirectory(folder);

        // Two apps may synthesize into one folder at once; neither must see half of a file.
        var partial = PathOf(Path.GetRandomFileName());
        try
        {
            string hash;
            using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.ReadWrite))
            {
                write(file);
                file.Position = 0;
                hash = Convert.ToHexStringLower(SHA256.HashData(file));
            }

            var path = PathOf(hash + extension);
            File.Move(partial, path, overwrite: true);
            return path;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
