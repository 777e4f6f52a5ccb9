using System.Diagnostics;
using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Languages;

/// <summary>A test that needs Python, with a module where it names one.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute(string? module = null)
    {
        if (!CommandLine.Has("python3"))
        {
            Skip = "Python is not on the path";
        }
        else if (module is not null && !Knows(module))
        {
            Skip = $"the Python on the path has no {module}";
        }
    }

    private static bool Knows(string module)
    {
        using var python = Process.Start(new ProcessStartInfo(
            "python3", ["-c", $"import importlib.util, sys; sys.exit(importlib.util.find_spec('{module}') is None)"]))!;
        python.WaitForExit();
        return python.ExitCode == 0;
    }
}
