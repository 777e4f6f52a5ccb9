using BatchResource.Provider.Tests.Simulation;
using BatchResource.Tests.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Provider.Tests.Jobs;

/// <summary>
/// The promise, on thousands of random lives of a stack: no definition is paid for twice, a rollback goes back to the job from before,
/// nothing runs that no stack knows of, every event is answered once, and no FAILED state is a trap.
/// A failure prints the seed, the shrunken scenario and what the provider logged in it; <c>BATCHRESOURCE_TEST_SEED=random</c> looks
/// elsewhere.
/// </summary>
[Trait("rule", "L1-L15")]
public sealed class LifecyclePropertyTests(ITestOutputHelper output)
{
    private const int Sequences = 2500;

    [Fact]
    public void Whatever_Happens_There_Is_One_Job_For_Each_Definition_And_No_Orphan()
    {
        var (steps, jobs, faults, sequences) = (0, 0, 0, 0);
        var met = new Tally();
        PropertyCheck.Holds(Sequences, Scenarios(), Shrunk, scenario =>
        {
            var counts = scenario.Run();
            met.Add(counts.Met);
            (steps, jobs, faults, sequences) = (steps + counts.Steps, jobs + counts.Jobs, faults + counts.Faults, sequences + 1);
        });

        var counted = $"{sequences} lives, {steps} steps, {jobs} jobs, {faults} faults\n{met}\n";
        output.WriteLine(counted);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "life-counts.txt"), counted);
        Assert.True(jobs > sequences && faults > sequences, "the scenarios start jobs and meet faults");
        if (sequences >= Sequences)
        {
            Assert.Empty(met.Missing<LifeKind>());
            Assert.Empty(met.Missing(SimulatedFault.None));
        }
    }

    private static Gen<Scenario> Scenarios() =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from length in Gen.Choose(2, 9)
        from steps in Steps().ListOf(length)
        select new Scenario(seed, [.. steps]);

    private static Gen<Step> Steps() =>
        from kind in Gen.Frequency(
            (6, Gen.Constant(StepKind.Deploy)),
            (6, Gen.Constant(StepKind.DeployBesideFailure)),
            (2, Gen.Constant(StepKind.Delete)),
            (2, Gen.Constant(StepKind.Pass)),
            (1, Gen.Constant(StepKind.JobsComplete)),
            (1, Gen.Constant(StepKind.JobsFail)))
        from definition in Gen.Choose(1, 3)
        from tags in Gen.Choose(0, 1)
        from isNamed in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from isValidated in Gen.Frequency((4, Gen.Constant(false)), (1, Gen.Constant(true)))
        from seconds in Gen.OneOf(Gen.Choose(0, 4), Gen.Choose(5, 300), Gen.Choose(300, 4000))
        select new Step(kind, new ResourceVersion(definition, tags, isNamed, isValidated), seconds);

    private static IEnumerable<Scenario> Shrunk(Scenario scenario)
    {
        for (var left = 0; left < scenario.Steps.Count; left++)
        {
            yield return scenario with { Steps = [.. scenario.Steps.Where((_, index) => index != left)] };
        }
    }
}
