namespace BatchResource.Provider.Tests.Simulation;

/// <summary>Draws faults with a given rate, until a budget is used up, so that every deployment ends.</summary>
internal sealed class FaultPlan(Random random, Tally? met = null)
{
    private static readonly SimulatedFault[] Kinds = Enum.GetValues<SimulatedFault>()[1..];

    public double Rate { get; set; }

    public int Budget { get; set; }

    /// <summary>Nobody may stop a job on behalf of a Delete, as when somebody has taken the permission away.</summary>
    public bool RefusesStops { get; set; }

    /// <summary>Nobody may list jobs on behalf of an Update: it fails, and so does its rollback.</summary>
    public bool RefusesLists { get; set; }

    public SimulatedFault Next()
    {
        if (Budget <= 0 || random.NextDouble() >= Rate)
        {
            return SimulatedFault.None;
        }

        Budget--;
        var fault = Kinds[random.Next(Kinds.Length)];
        met?.Add(fault);
        return fault;
    }
}
