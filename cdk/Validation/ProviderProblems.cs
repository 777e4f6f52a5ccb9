using System.Globalization;
using Amazon.CDK;

namespace BatchResource.Cdk.Internal;

/// <summary>Finds what is wrong with a provider's props, of which Lambda would say so only when the stack is deployed, or never.</summary>
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

        // With none, Lambda would hold every event back until CloudFormation gives up.
        if (props.ReservedConcurrentExecutions is { } concurrency && !IsWholeFrom(1, double.MaxValue, concurrency))
        {
            yield return $"{nameof(props.ReservedConcurrentExecutions)} must be a whole number of at least 1, got {Text(concurrency)}";
        }

        if (props.Vpc is null && props.SecurityGroups is { Length: > 0 })
        {
            yield return $"{nameof(props.SecurityGroups)} go with {nameof(props.Vpc)}, which is not set";
        }

        if (props.Vpc is null && props.VpcSubnets is not null)
        {
            yield return $"{nameof(props.VpcSubnets)} select from {nameof(props.Vpc)}, which is not set";
        }
    }

    private static bool IsWholeFrom(double smallest, double largest, double number) =>
        Token.IsUnresolved(number) || (double.IsInteger(number) && number >= smallest && number <= largest);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
