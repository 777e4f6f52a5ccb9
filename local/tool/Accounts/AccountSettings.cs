using BatchResource.Local.CloudFormation;

namespace BatchResource.Local.Tool.Accounts;

/// <summary>Which account a command works on, and how it is opened where nobody serves it.</summary>
/// <param name="StateFolder">The folder of the account.</param>
/// <param name="Speed">How fast its time goes by.</param>
internal sealed record AccountSettings(string StateFolder, double Speed)
{
    /// <summary>The speed when none is given.</summary>
    public const double DefaultSpeed = 60;

    /// <summary>What goes wrong.</summary>
    public FaultSettings? Faults { get; init; }

    /// <summary>Resources that fail, by logical id.</summary>
    public IReadOnlyList<string> FailingResources { get; init; } = [];

    /// <summary>Whether resource types that are not known are simulated.</summary>
    public bool SimulateUnknown { get; init; }

    /// <summary>Is told of each event of the command's own operation, on any thread.</summary>
    public Action<StackEvent>? OnStackEvent { get; init; }

    /// <summary>The options that only the process which opens an account can heed, as far as they were given.</summary>
    public IEnumerable<string> OfTheOpener =>
    [
        .. FailingResources.Count > 0 ? ["--fail"] : Array.Empty<string>(),
        .. Faults is { IsEmpty: false } ? ["--fault"] : Array.Empty<string>(),
        .. SimulateUnknown ? ["--simulate-unknown"] : Array.Empty<string>(),
        .. Speed.Equals(DefaultSpeed) ? Array.Empty<string>() : ["--speed"],
    ];
}
