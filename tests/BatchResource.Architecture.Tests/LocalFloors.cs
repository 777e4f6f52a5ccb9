namespace BatchResource.Architecture.Tests;

/// <summary>
/// The floors of the local AWS. A room is a namespace with all below it; the account is at the root, without those below it.
/// </summary>
internal static class LocalFloors
{
    public const string Root = "BatchResource.Local";

    /// <summary>From the ground up.</summary>
    private static readonly string[][] Floors =
    [
        ["Ground"],
        ["Iam", "S3", "Ssm", "Logs", "Events", "Scheduler", "Lambda", "Bedrock"],
        ["CloudFormation"],
        ["Assemblies"],
        ["ResourceTypes"],
        ["Front"],
        [""],
        ["Tool"],
    ];

    /// <summary>Those who know services by the interface of resource types alone, though services lie below them.</summary>
    private static readonly string[] Engine = ["CloudFormation", "Assemblies"];

    /// <summary>What neighbours know of each other because AWS's services do; IAM is known to all.</summary>
    private static readonly string[] Neighbours = ["Bedrock -> S3", "Lambda -> Logs"];

    /// <summary>Whether both ends are rooms of the local AWS, and the arrow points down, or to a neighbour that may be known.</summary>
    public static bool Allows(Arrow arrow)
    {
        var (source, target) = (Room(arrow.From), Room(arrow.To));
        if (source == target || Neighbours.Contains($"{source} -> {target}"))
            return true;
        var (from, to) = (Floor(source), Floor(target));
        if (Engine.Contains(source) && Floors[1].Contains(target))
            return false;
        return from >= 0 && to >= 0 && (from > to || (from == to && target == "Iam"));
    }

    /// <summary>Whether the namespace belongs to the local AWS.</summary>
    public static bool Holds(string name) => name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal);

    private static int Floor(string room) => Array.FindIndex(Floors, rooms => rooms.Contains(room));

    private static string Room(string name) => name == Root ? "" : name[(Root.Length + 1)..].Split('.')[0];
}
