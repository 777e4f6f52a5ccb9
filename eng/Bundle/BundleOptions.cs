namespace BatchResource.Bundle;

/// <summary>What is bundled, and how; given as NAME=VALUE.</summary>
internal sealed record BundleOptions
{
    /// <summary>The repository.</summary>
    public required string Root { get; init; }

    /// <summary>The program <c>dotnet</c>.</summary>
    public required string Dotnet { get; init; }

    /// <summary>The version of .NET that the SDK compiles for.</summary>
    public required string DotnetVersion { get; init; }

    /// <summary>Some of <c>linux-x64</c>, <c>linux-arm64</c> and <c>portable</c>.</summary>
    public required IReadOnlyList<string> Runtimes { get; init; }

    /// <summary>Whether a bundle for Linux is the portable one, which is made in seconds.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Whether what cannot be compiled to a native program is an error.</summary>
    public bool IsNativeRequired { get; init; }

    /// <summary>What the provider's own build is told.</summary>
    public IReadOnlyList<string> BuildProperties { get; init; } = [];

    public string Project => Path.Combine(Root, "provider", "BatchResource.Provider.csproj");

    public string Folder => Path.Combine(Root, "artifacts", "provider");

    /// <exception cref="ArgumentException">An argument is missing.</exception>
    public static BundleOptions Parse(IEnumerable<string> arguments)
    {
        var values = arguments.Select(argument => argument.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[^1]);
        return new BundleOptions
        {
            Root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Required("root"))),
            Dotnet = Required("dotnet"),
            DotnetVersion = Required("version"),
            Runtimes = Required("runtimes").Split('+'),
            IsQuick = Is("quick"),
            IsNativeRequired = Is("native"),
            BuildProperties = values.GetValueOrDefault("shims") is { Length: > 0 } shims ? [$"-p:UseAwsShims={shims}"] : [],
        };

        string Required(string name) => values.GetValueOrDefault(name) is { Length: > 0 } value
            ? value
            : throw new ArgumentException($"{name}=... is missing");

        bool Is(string name) => string.Equals(values.GetValueOrDefault(name), "true", StringComparison.OrdinalIgnoreCase);
    }
}
