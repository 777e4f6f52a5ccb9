using System.IO.Compression;

namespace BatchResource.Bundle;

/// <summary>Makes the bundles that are missing or are not of these sources, each in the best way that this machine can.</summary>
internal sealed class Bundler(BundleOptions options)
{
    private const string Portable = "portable";

    public void Run()
    {
        Directory.CreateDirectory(options.Folder);
        foreach (var runtime in options.Runtimes)
            Make(runtime);
    }

    private void Make(string runtime)
    {
        File.Delete(PathOf(runtime, "note"));
        if (runtime == Portable)
        {
            MakePortable();
            return;
        }
        if (options.IsQuick)
        {
            CopyPortable(runtime);
            Note(runtime, "is the portable bundle of a quick build, which starts more slowly; QuickBundle=false makes what ships");
            return;
        }
        if (Bring(runtime, Compiler.Native) is not { } missing)
            return;
        if (options.IsNativeRequired)
            throw new PublishException($"{runtime} cannot be compiled to a native program: {missing}");
        if (Bring(runtime, Compiler.ReadyToRun) is not { } alsoMissing)
        {
            Note(runtime, $"is ReadyToRun code, which starts more slowly than a native program: {missing}");
            return;
        }
        CopyPortable(runtime);
        Note(runtime, $"is the portable bundle, which starts more slowly than compiled code: {string.Join("; ", new[] { missing, alsoMissing }.Distinct())}");
    }

    private void MakePortable()
    {
        if (Bring(Portable, Compiler.Il) is { } missing)
            throw new PublishException($"the provider cannot be published: {missing}");
    }

    private void CopyPortable(string runtime)
    {
        MakePortable();
        Place(runtime, PathOf(Portable, "zip"), Manifest.Read(PathOf(Portable, "json"))!);
    }

    /// <summary>Publishes and zips, unless that has been done, here or on another machine.</summary>
    /// <returns>Why it is not possible this way; null when it was done.</returns>
    private string? Bring(string runtime, Compiler compiler)
    {
        var publisher = new Publisher(options, runtime, compiler);
        if (publisher.Restore() is { } missing)
            return missing;
        var manifest = publisher.Describe();
        if (manifest == Manifest.Read(PathOf(runtime, "json")) && File.Exists(PathOf(runtime, "zip")))
            return null;
        if (manifest != Manifest.Read(publisher.Made("json")))
        {
            var linker = compiler == Compiler.Native ? Toolchain.For(runtime) : new([], Missing: null);
            if (linker.Missing is not null)
                return linker.Missing;
            Make(publisher, manifest, linker);
        }
        Place(runtime, publisher.Made("zip"), manifest);
        return null;
    }

    /// <summary>Into the build tree, where it stays while another kind of bundle takes its place, the portable one for instance.</summary>
    private static void Make(Publisher publisher, Manifest manifest, Toolchain linker)
    {
        File.Delete(publisher.Made("json"));
        var folder = publisher.Publish(linker.Properties);
        manifest.Write(Path.Combine(folder, Manifest.FileName));
        BundleZip.Create(folder, publisher.Made("zip"));
        manifest.Write(publisher.Made("json"));
    }

    private void Place(string runtime, string zip, Manifest manifest)
    {
        File.Delete(PathOf(runtime, "json"));
        File.Copy(zip, PathOf(runtime, "zip"), overwrite: true);
        var folder = Path.Combine(options.Folder, runtime);
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        ZipFile.ExtractToDirectory(zip, folder);
        manifest.Write(PathOf(runtime, "json"));
    }

    private void Note(string runtime, string text)
    {
        var line = $"The provider for {runtime} {text}.";
        Console.WriteLine(line);
        File.WriteAllText(PathOf(runtime, "note"), line + "\n");
    }

    private string PathOf(string name, string extension) => Path.Combine(options.Folder, $"{name}.{extension}");
}
