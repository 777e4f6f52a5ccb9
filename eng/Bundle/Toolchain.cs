using System.Runtime.InteropServices;

namespace BatchResource.Bundle;

/// <summary>
/// The linker with which a program for one of Lambda's processors can be made here. It is tried before anything is compiled: the publish
/// fails minutes later, and with no number that tells this failure from others.
/// </summary>
/// <param name="Properties">The properties that have the publish use it.</param>
/// <param name="Missing">Why there is none; null when there is.</param>
internal sealed record Toolchain(IReadOnlyList<string> Properties, string? Missing)
{
    private static readonly string[] Clangs = ["clang", .. Enumerable.Range(14, 12).Reverse().Select(version => $"clang-{version}")];

    /// <summary>Finds the linker for a runtime.</summary>
    public static Toolchain For(string runtime)
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal))
            return None($"a program for it is linked on Linux with glibc, and this is {RuntimeInformation.RuntimeIdentifier}");
        var here = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "linux-arm64" : "linux-x64";
        return runtime == here ? ForThisProcessor() : ForOther(runtime);
    }

    private static Toolchain ForThisProcessor()
    {
        string[] linkers = ["clang", "gcc", .. Clangs];
        if (linkers.FirstOrDefault(linker => Links(linker)) is not { } found)
            return None("no linker was found (clang or gcc, with the C library's development files)");
        if (!Tool.Run("objcopy", ["--version"]).Succeeded)
            return None("objcopy was not found (binutils)");
        return new([$"-p:CppCompilerAndLinker={found}", "-p:ObjCopyName=objcopy"], null);
    }

    private static Toolchain ForOther(string runtime)
    {
        var triple = runtime == "linux-arm64" ? "aarch64-linux-gnu" : "x86_64-linux-gnu";
        var objcopy = $"{triple}-objcopy";
        if (Clangs.FirstOrDefault(linker => Links(linker, $"--target={triple}", "-fuse-ld=lld", "--sysroot=/")) is not { } found)
            return None($"no linker for {triple} was found (clang, lld, and the C library and libgcc for it)");
        if (!Tool.Run(objcopy, ["--version"]).Succeeded)
            return None($"{objcopy} was not found");
        return new(["-p:SysRoot=/", "-p:LinkerFlavor=lld", $"-p:CppCompilerAndLinker={found}", $"-p:ObjCopyName={objcopy}"], null);
    }

    /// <summary>Whether it makes a program; the C library's development files may be missing where the linker is not.</summary>
    private static bool Links(string linker, params string[] options)
    {
        var program = Path.GetTempFileName();
        try
        {
            return Tool.Run(linker, [.. options, "-x", "c", "-", "-lm", "-o", program], "int main(void) { return 0; }").Succeeded;
        }
        finally
        {
            File.Delete(program);
        }
    }

    private static Toolchain None(string reason) => new([], reason);
}
