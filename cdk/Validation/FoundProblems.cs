using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Problems that were found when a construct was made, reported with all others when the app is synthesized.</summary>
internal sealed class FoundProblems(IEnumerable<string> problems) : DeputyBase, IValidation
{
    private readonly string[] problems = [.. problems];

    public string[] Validate() => problems;
}
