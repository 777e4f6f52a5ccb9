using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

/// <summary>A new app has no nullable references, so the compiler does not say that a required property is null.</summary>
public sealed class RequiredPropsTests
{
    public static TheoryData<string> Names => [nameof(BatchInferenceJobProps.Model), nameof(BatchInferenceJobProps.Input), nameof(BatchInferenceJobProps.Output)];

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("rule", "L14")]
    public void A_Required_Property_That_Is_Null_Is_Named(string name)
    {
        using var app = new TestApp();

        var refusal = Assert.Throws<ArgumentNullException>(() => app.Job(change: props => name switch
        {
            nameof(BatchInferenceJobProps.Model) => props with { Model = null! },
            nameof(BatchInferenceJobProps.Input) => props with { Input = null! },
            _ => props with { Output = null! },
        }));

        Assert.Contains($"{name} must be set", refusal.Message, StringComparison.Ordinal);
    }
}
