using BatchResource.Tests.Shared;

namespace BatchResource.Cdk.Tests.Support;

/// <summary>A test that needs a program which not every machine has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithToolAttribute : FactAttribute
{
    public FactWithToolAttribute(string program)
    {
        if (!CommandLine.Has(program))
        {
            Skip = $"{program} is not on the path";
        }
    }
}
