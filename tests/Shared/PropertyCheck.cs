using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Tests.Shared;

/// <summary>
/// Checks a property on generated cases. A run is the same each time; <c>BATCHRESOURCE_TEST_SEED</c> is <c>random</c> for other cases, or
/// the pair of numbers that a failure prints, to see that failure again. <c>BATCHRESOURCE_TEST_CASES</c> is the most cases of a property,
/// for runs of very many tests.
/// </summary>
internal static class PropertyCheck
{
    private const string SeedVariable = "BATCHRESOURCE_TEST_SEED";
    private const string CasesVariable = "BATCHRESOURCE_TEST_CASES";
    private const ulong Seed = 20261122;
    private const ulong Gamma = 63001;

    /// <summary>Fails, with the seed and the case, if the assertion throws for any case.</summary>
    public static void Holds<T>(int cases, Gen<T> generator, Action<T> assertion) =>
        Check.One(ConfigFor(cases), Prop.ForAll(Arb.From(generator), assertion));

    /// <summary>The same, for cases that can be made smaller.</summary>
    public static void Holds<T>(int cases, Gen<T> generator, Func<T, IEnumerable<T>> shrink, Action<T> assertion) =>
        Check.One(ConfigFor(cases), Prop.ForAll(Arb.From(generator, shrink), assertion));

    private static Config ConfigFor(int cases)
    {
        var most = int.TryParse(Environment.GetEnvironmentVariable(CasesVariable), CultureInfo.InvariantCulture, out var cap) ? cap : cases;
        var config = Config.QuickThrowOnFailure.WithMaxTest(Math.Min(cases, most)).WithQuietOnSuccess(true);
        var given = Environment.GetEnvironmentVariable(SeedVariable);
        if (string.IsNullOrEmpty(given))
        {
            return config.WithReplay(Seed, Gamma);
        }

        return given.Trim('(', ')').Split(',') is [var seed, var gamma, ..]
            ? config.WithReplay(ulong.Parse(seed, CultureInfo.InvariantCulture), ulong.Parse(gamma, CultureInfo.InvariantCulture))
            : config;
    }
}
