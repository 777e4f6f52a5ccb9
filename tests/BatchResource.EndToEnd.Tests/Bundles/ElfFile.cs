using System.Buffers.Binary;
using System.Text;

namespace BatchResource.EndToEnd.Tests.Bundles;

/// <summary>A 64-bit program of Linux's: for which processor it is, and what it needs of the machine.</summary>
internal sealed class ElfFile(byte[] content)
{
    private const uint DynamicSection = 6;
    private const uint NeededVersionsSection = 0x6FFFFFFE;
    private const int SectionSize = 64;
    private const long NeededLibrary = 1;

    /// <summary>The processor: 62 is x86_64, 183 is aarch64.</summary>
    public int Machine => U16(18);

    /// <summary>The libraries that are loaded with it.</summary>
    public IReadOnlyList<string> Libraries
    {
        get
        {
            var (offset, size, names) = Section(DynamicSection);
            return [.. Enumerable.Range(0, (int)(size / 16))
                .Select(i => (int)offset + (16 * i))
                .Where(entry => (long)U64(entry) == NeededLibrary)
                .Select(entry => Name(names, U64(entry + 8)))];
        }
    }

    /// <summary>The versions of libraries' symbols that it needs, such as <c>GLIBC_2.34</c>.</summary>
    public IReadOnlyList<string> Versions
    {
        get
        {
            var (offset, _, names) = Section(NeededVersionsSection);
            List<string> versions = [];
            for (uint library = (uint)offset, next = 1; next != 0; library += next)
            {
                next = U32((int)library + 12);
                var version = library + U32((int)library + 8);
                for (var count = U16((int)library + 2); count > 0; count--)
                {
                    versions.Add(Name(names, U32((int)version + 8)));
                    version += U32((int)version + 12);
                }
            }
            return versions;
        }
    }

    private (ulong Offset, ulong Size, ulong Names) Section(uint type)
    {
        var table = (int)U64(0x28);
        var header = Enumerable.Range(0, U16(0x3C)).Select(i => table + (i * SectionSize)).First(header => U32(header + 4) == type);
        var names = table + ((int)U32(header + 0x28) * SectionSize);
        return (U64(header + 0x18), U64(header + 0x20), U64(names + 0x18));
    }

    private string Name(ulong table, ulong offset)
    {
        var rest = content.AsSpan((int)(table + offset));
        return Encoding.ASCII.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    private ushort U16(int offset) => BinaryPrimitives.ReadUInt16LittleEndian(content.AsSpan(offset));

    private uint U32(int offset) => BinaryPrimitives.ReadUInt32LittleEndian(content.AsSpan(offset));

    private ulong U64(int offset) => BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(offset));
}
