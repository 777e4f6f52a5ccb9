using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Support;

/// <summary>A test that needs cdk-nag, which <c>make test</c> installs from npm.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CdkNagFactAttribute : FactAttribute
{
    public CdkNagFactAttribute()
    {
        if (!Directory.Exists(Path.Combine(RepositoryFiles.Root, "eng", "Nag", "node_modules", "cdk-nag")))
        {
            Skip = "cdk-nag is not installed: npm ci --prefix eng/Nag";
        }
    }
}
