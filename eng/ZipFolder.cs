#!/usr/bin/env dotnet
#:property PublishAot=false

using System.IO.Compression;

// Zips a folder so that the same files give the same bytes: entries in ordinal order, one fixed time, fixed permissions, and stored
// rather than deflated, because what a compressor makes of its input differs between versions and processors. The package and the
// transfers that carry the zip compress it anyway.
// Usage: dotnet run --file eng/ZipFolder.cs -- FOLDER ZIP
var folder = Path.GetFullPath(args[0]);
var zip = Path.GetFullPath(args[1]);

var fixedTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
const int RegularFile = 0x8000;
const int OwnerWritesAllRead = 0x1A4; // 0644
const int AllExecute = 0x49; // 0111

var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
var names = Array.ConvertAll(files, file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
Array.Sort(names, files, StringComparer.Ordinal);

var unfinished = zip + ".tmp";
using (var archive = new ZipArchive(File.Create(unfinished), ZipArchiveMode.Create))
{
    for (var i = 0; i < files.Length; i++)
    {
        // A native binary has no extension; everything else is only read.
        var permissions = Path.HasExtension(names[i]) ? OwnerWritesAllRead : OwnerWritesAllRead | AllExecute;
        var entry = archive.CreateEntry(names[i], CompressionLevel.NoCompression);
        entry.LastWriteTime = fixedTime;
        entry.ExternalAttributes = (RegularFile | permissions) << 16;
        using var content = entry.Open();
        using var file = File.OpenRead(files[i]);
        file.CopyTo(content);
    }
}

File.Move(unfinished, zip, overwrite: true);
