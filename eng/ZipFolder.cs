#!/usr/bin/env dotnet
#:package SharpZipLib
#:property PublishAot=false

using ICSharpCode.SharpZipLib.Zip;
using ICSharpCode.SharpZipLib.Zip.Compression;

// Zips a folder so that the same files give the same bytes: entries in ordinal order, one fixed time, fixed permissions, and compressed by
// managed code, since what the compressor of .NET makes of its input differs between versions and processors.
// Usage: dotnet run --file eng/ZipFolder.cs -- FOLDER ZIP
var folder = Path.GetFullPath(args[0]);
var zip = Path.GetFullPath(args[1]);

var fixedTime = new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);
const int Unix = 3;
const int RegularFile = 0x8000;
const int OwnerWritesAllRead = 0x1A4; // 0644
const int AllExecute = 0x49; // 0111

var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
var names = Array.ConvertAll(files, file => Path.GetRelativePath(folder, file).Replace('\\', '/'));
Array.Sort(names, files, StringComparer.Ordinal);

var unfinished = zip + ".tmp";
using (var archive = new ZipOutputStream(File.Create(unfinished)) { UseZip64 = UseZip64.Off })
{
    archive.SetLevel(Deflater.BEST_COMPRESSION);
    for (var i = 0; i < files.Length; i++)
    {
        // A native binary has no extension; everything else is only read.
        var permissions = Path.HasExtension(names[i]) ? OwnerWritesAllRead : OwnerWritesAllRead | AllExecute;
        var content = File.ReadAllBytes(files[i]);
        archive.PutNextEntry(new ZipEntry(names[i])
        {
            DateTime = fixedTime,
            HostSystem = Unix,
            ExternalFileAttributes = (RegularFile | permissions) << 16,
            Size = content.Length,
        });
        archive.Write(content);
        archive.CloseEntry();
    }
}

File.Move(unfinished, zip, overwrite: true);
