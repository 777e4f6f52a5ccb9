using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Languages;

/// <summary>samples/python, as docs/other-languages.md shows it.</summary>
public sealed class PythonTests : IDisposable
{
    private const string StackFile = "summaries_stack.py";

    private readonly SampleOfLanguage sample = new("python");

    public void Dispose() => sample.Dispose();

    [PythonFact("aws_cdk")]
    [Trait("rule", "L10")]
    public Task One_Job_For_Each_Revision() => sample.RunsOneJobForEachRevisionAsync();

    [PythonFact("aws_cdk")]
    [Trait("rule", "L15b")]
    public Task A_Kept_Job_Runs_To_Its_End_After_Its_Stack_Is_Gone()
    {
        sample.Edit(StackFile, "            service_token=service_token,\n", "            service_token=service_token,\n            removal_policy=RemovalPolicy.RETAIN,\n");
        return sample.KeepsItsJobAsync();
    }

    [PythonFact]
    public async Task The_Sample_Compiles()
    {
        var (exitCode, output) = await CommandLine.RunAsync(sample.Folder, "python3", "-m", "compileall", "-q", ".");

        Assert.True(exitCode == 0, output);
    }

    [PythonFact("mypy")]
    public async Task The_Types_Are_Right_And_A_Wrong_Property_Is_Not()
    {
        var (exitCode, output) = await TypeCheckAsync();
        Assert.True(exitCode == 0, output);
        sample.Edit(StackFile, "\"ModelId\": model_id", "\"ModelID\": model_id");

        (exitCode, output) = await TypeCheckAsync();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Extra key \"ModelID\" for TypedDict \"BatchInferenceJobProperties\"", output, StringComparison.Ordinal);
    }

    // Without the CDK, its own types are any: then only the properties are held against theirs.
    private Task<(int ExitCode, string Output)> TypeCheckAsync() =>
        CommandLine.RunAsync(sample.Folder, "python3", "-m", "mypy", "--ignore-missing-imports", StackFile);
}
