using Amazon.JSII.Runtime.Deputy;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Problems that were found earlier. They are reported with all others when the app is synthesized.</summary>
internal sealed class FoundProblems(IEnumerable<string> problems) : DeputyBase, IValidation
{
    /// <summary>The problems to report.</summary>
    public IReadOnlyList<string> Problems { get; set; } = [.. problems];

    public string[] Validate() => [.. Problems];
}
