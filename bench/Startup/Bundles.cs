using System.IO.Compression;

namespace BatchResource.Bench.Startup;

/// <summary>How large a function's code is when it is uploaded.</summary>
internal static class Bundles
{
    /// <summary>
    /// The size in megabytes (10^6 bytes) of the folder's zip: the one that stands beside it, or one made for the purpose.
    /// </summary>
    public static double ZippedMegabytes(string folder)
    {
        var zip = folder + ".zip";
        if (File.Exists(zip))
            return new FileInfo(zip).Length / 1e6;
        using var measured = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, measured, CompressionLevel.SmallestSize, includeBaseDirectory: false);
        return measured.Length / 1e6;
    }
}
