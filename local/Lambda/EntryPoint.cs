using System.Runtime.InteropServices;

namespace BatchResource.Local.Lambda;

/// <summary>What is started for a function.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="CompiledFor">What a program of machine code runs on, such as <c>linux-x64</c>; null for anything else.</param>
internal sealed record EntryPoint(string FileName, IReadOnlyList<string> Arguments, string? CompiledFor)
{
    /// <summary>
    /// Finds the program as the managed runtime does: <c>X.dll</c>, the binary <c>X</c>, or a custom runtime's <c>bootstrap</c>.
    /// </summary>
    /// <exception cref="FileNotFoundException">The bundle holds nothing that the handler names.</exception>
    /// <exception cref="UnauthorizedAccessException">The binary may not be executed; Lambda would not execute it either.</exception>
    public static EntryPoint Find(string folder, string handler, string runtime)
    {
        var assembly = Path.Combine(folder, handler + ".dll");
        if (!IsCustom(runtime) && File.Exists(assembly))
            return new EntryPoint(DotnetPath(), ["exec", assembly], null);
        string[] candidates = IsCustom(runtime) ? ["bootstrap", handler] : [handler, "bootstrap"];
        var binary = candidates.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists) ?? throw new FileNotFoundException(
            $"the bundle holds none of {handler}.dll, {handler}, bootstrap for the handler \"{handler}\" of the runtime {runtime}");
        RequireExecutable(binary);
        return new EntryPoint(binary, [], ProgramFile.RuntimeOf(binary));
    }

    private static bool IsCustom(string runtime) => runtime.StartsWith("provided", StringComparison.Ordinal);

    /// <summary>The host that runs this program also runs the function; the PATH may lead to another one.</summary>
    private static string DotnetPath()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var beside = Path.Combine(root, name);
        return File.Exists(beside) ? beside : name;
    }

    private static void RequireExecutable(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.GetUnixFileMode(path).HasFlag(UnixFileMode.OtherExecute))
        {
            throw new UnauthorizedAccessException(
                $"permission denied: the bundle's {Path.GetFileName(path)} must have the mode 0755, "
                + $"got {Convert.ToString((int)File.GetUnixFileMode(path), 8).PadLeft(4, '0')}");
        }
    }
}
