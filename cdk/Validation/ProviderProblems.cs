using System.Globalization;
using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds problems in a provider's props that Lambda would report only at deployment, or never.</summary>
internal static class ProviderProblems
{
    private const double SmallestMemory = 128;
    private const double LargestMemory = 10_240;

    public static IEnumerable<string> In(BatchInferenceProviderProps props)
    {
        if (props.MemorySize is { } memory && !IsWholeFrom(SmallestMemory, LargestMemory, memory))
        {
            yield return $"{nameof(props.MemorySize)} must be a whole number, 128-10240, got {Text(memory)}";
        }

        // With 0, Lambda would hold back every event until CloudFormation gives up.
        if (props.ReservedConcurrentExecutions is { } concurrency && !IsWholeFrom(1, double.MaxValue, concurrency))
        {
            yield return $"{nameof(props.ReservedConcurrentExecutions)} must be a whole number of at least 1, got {Text(concurrency)}";
        }

        if (props.Vpc is null && props.SecurityGroups is { Length: > 0 })
        {
            yield return $"{nameof(props.SecurityGroups)} need {nameof(props.Vpc)}, which is not set";
        }

        if (props.Vpc is null && props.VpcSubnets is not null)
        {
            yield return $"{nameof(props.VpcSubnets)} need {nameof(props.Vpc)}, which is not set";
        }
    }

    private static bool IsWholeFrom(double smallest, double largest, double number) =>
        Token.IsUnresolved(number) || (double.IsInteger(number) && number >= smallest && number <= largest);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
