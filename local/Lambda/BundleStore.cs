using System.IO.Compression;
using System.Security.Cryptography;

namespace BatchResource.Local.Lambda;

/// <summary>Finds the folder of a bundle; a zip file is unpacked once, into a folder named for the file's hash.</summary>
internal sealed class BundleStore(string unpackFolder)
{
    private readonly Lock gate = new();

    /// <summary>The folder that stands for <c>/var/task</c>.</summary>
    /// <exception cref="IOException">There is no such bundle, or it cannot be unpacked.</exception>
    /// <exception cref="InvalidDataException">The file is no zip file.</exception>
    public string FolderOf(string bundlePath)
    {
        if (Directory.Exists(bundlePath))
            return Path.GetFullPath(bundlePath);
        return FolderOf(File.OpenRead(bundlePath));
    }

    /// <summary>The folder of a zip file's content, which is read to its end and closed.</summary>
    public string FolderOf(Stream zip)
    {
        using (zip)
        {
            lock (gate)
            {
                var folder = Path.Combine(unpackFolder, Convert.ToHexStringLower(SHA256.HashData(zip)));
                if (!Directory.Exists(folder))
                    Unpack(zip, folder);
                return folder;
            }
        }
    }

    /// <summary>The folder appears complete or not at all, also when two processes unpack the same bundle.</summary>
    private void Unpack(Stream zip, string folder)
    {
        Directory.CreateDirectory(unpackFolder);
        var partial = Path.Combine(unpackFolder, Path.GetRandomFileName());
        try
        {
            zip.Position = 0;
            ZipFile.ExtractToDirectory(zip, partial);
            Directory.Move(partial, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            // Another process was faster; its folder holds the same.
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }
}
