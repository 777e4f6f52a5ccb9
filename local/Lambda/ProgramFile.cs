using System.Buffers.Binary;

namespace BatchResource.Local.Lambda;

/// <summary>What the beginning of a program says about where it runs.</summary>
internal static class ProgramFile
{
    private const int MachineOffset = 18;
    private const ushort X64 = 62;
    private const ushort Arm64 = 183;

    /// <summary>
    /// For which runtime a file was compiled, such as <c>linux-arm64</c>; null when it is no program, a script for instance.
    /// </summary>
    public static string? RuntimeOf(string path)
    {
        var header = new byte[MachineOffset + 2];
        using (var file = File.OpenRead(path))
        {
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
                return null;
        }
        if (!header.AsSpan().StartsWith("\u007fELF"u8))
            return null;
        return BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(MachineOffset)) switch
        {
            X64 => "linux-x64",
            Arm64 => "linux-arm64",
            var other => $"linux on processor {other}",
        };
    }
}
