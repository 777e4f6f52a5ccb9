namespace BatchResource.Provider.Tests.Simulation;

/// <summary>Draws faults with a given rate, until a budget is used up, so that every deployment ends.</summary>
internal sealed class FaultPlan(Random random)
{
    private static readonly Fault[] Kinds = Enum.GetValues<Fault>()[1..];

    public double Rate { get; set; }

    public int Budget { get; set; }

    public Fault Next()
    {
        if (Budget <= 0 || random.NextDouble() >= Rate)
        {
            return Fault.None;
        }

        Budget--;
        return Kinds[random.Next(Kinds.Length)];
    }
}
