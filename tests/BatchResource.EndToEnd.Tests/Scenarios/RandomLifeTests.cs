using System.Collections.Concurrent;
using System.Globalization;

namespace BatchResource.EndToEnd.Tests.Scenarios;

/// <summary>
/// The promise, on random lives of a stack with the published provider. The same lives are lived each time;
/// <c>BATCHRESOURCE_TEST_SEED</c> is the seed of another, or of the one that a failure prints.
/// </summary>
[Trait("rule", "L1-L15")]
public sealed class RandomLifeTests(ITestOutputHelper output)
{
    private const int Lives = 12;
    private const int AtOnce = 3;

    [Fact]
    public async Task Whatever_Happens_There_Is_One_Job_For_Each_Version_And_No_Orphan()
    {
        var given = Environment.GetEnvironmentVariable("BATCHRESOURCE_TEST_SEED");
        var seeds = int.TryParse(given, CultureInfo.InvariantCulture, out var seed) ? [seed] : Enumerable.Range(1, Lives);
        var failures = new ConcurrentQueue<Exception>();

        await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
        {
            var life = new RandomLife(seed);
            try
            {
                await life.LiveAsync();
            }
            catch (Exception e)
            {
                failures.Enqueue(new InvalidOperationException($"{life.Story}\n{e.Message}", e));
            }
            output.WriteLine(life.Story);
        });

        if (!failures.IsEmpty)
            throw new AggregateException(failures);
    }
}
