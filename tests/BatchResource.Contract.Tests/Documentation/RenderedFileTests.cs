using BatchResource.Schema;
using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests.Documentation;

/// <summary>What <c>make schema</c> writes is in the repository as the contract is now.</summary>
public sealed class RenderedFileTests
{
    public static TheoryData<string> Paths => [.. RenderedFiles.All().Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_Rendered_File_Is_As_New_As_The_Contract(string path) =>
        Assert.Equal(RenderedFiles.All()[path], RepositoryFiles.Read(path));

    [Theory]
    [InlineData("samples/typescript/batch-inference/job.ts")]
    [InlineData("samples/python/batch_inference/job.py")]
    public void A_Job_Of_Another_Language_Has_Every_Attribute_Of_The_Resource(string path)
    {
        var code = RepositoryFiles.Read(path);

        Assert.All(Names.In(typeof(AttributeNames)), name => Assert.Matches($"[aA]tt[a-z_A-Z]*\\(['\"]{name}['\"]\\)", code));
        Assert.Contains(ResourceType.BatchInferenceJob, code, StringComparison.Ordinal);
    }
}
