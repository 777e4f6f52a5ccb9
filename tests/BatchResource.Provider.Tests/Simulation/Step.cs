namespace BatchResource.Provider.Tests.Simulation;

/// <summary>One thing that happens in a scenario.</summary>
internal sealed record Step(StepKind Kind, ResourceVersion Version, int Seconds)
{
    public override string ToString() => Kind switch
    {
        StepKind.Deploy or StepKind.DeployBesideFailure => $"{Kind}({Version.Definition}{(Version.HasExplicitName ? " named" : "")}"
            + $"{(Version.WaitsForValidation ? " validated" : "")}, tags {Version.Tags}, {Seconds} s)",
        StepKind.Pass => $"Pass({Seconds} s)",
        _ => Kind.ToString(),
    };
}
