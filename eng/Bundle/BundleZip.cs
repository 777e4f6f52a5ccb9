using ICSharpCode.SharpZipLib.Zip;
using ICSharpCode.SharpZipLib.Zip.Compression;

namespace BatchResource.Bundle;

/// <summary>
/// Zips a folder so that the same files give the same bytes: entries in ordinal order, one fixed time, fixed permissions, and compressed by
/// managed code, since what the compressor of .NET makes of its input differs between versions and processors.
/// </summary>
internal static class BundleZip
{
    private const int Unix = 3;
    private const int RegularFile = 0x8000;
    private const int OwnerWritesAllRead = 0x1A4; // 0644
    private const int AllExecute = 0x49; // 0111

    private static readonly DateTime FixedTime = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    public static void Create(string folder, string zip)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        var names = Array.ConvertAll(files, file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
        Array.Sort(names, files, StringComparer.Ordinal);

        var unfinished = zip + ".tmp";
        using (var archive = new ZipOutputStream(File.Create(unfinished)) { UseZip64 = UseZip64.Off })
        {
            archive.SetLevel(Deflater.BEST_COMPRESSION);
            for (var i = 0; i < files.Length; i++)
            {
                var content = File.ReadAllBytes(files[i]);
                var permissions = IsProgram(content) ? OwnerWritesAllRead | AllExecute : OwnerWritesAllRead;
                archive.PutNextEntry(new ZipEntry(names[i])
                {
                    DateTime = FixedTime,
                    HostSystem = Unix,
                    ExternalFileAttributes = (RegularFile | permissions) << 16,
                    Size = content.Length,
                });
                archive.Write(content);
                archive.CloseEntry();
            }
        }

        File.Move(unfinished, zip, overwrite: true);
    }

    /// <summary>
    /// By content: the name BatchResource.Provider has what counts as an extension, and Windows has no permission to look at.
    /// </summary>
    private static bool IsProgram(ReadOnlySpan<byte> content) => content.StartsWith("\u007fELF"u8);
}
