using BatchResource.Tests.Shared;

namespace BatchResource.EndToEnd.Tests.Languages;

/// <summary>samples/typescript, as docs/other-languages.md shows it.</summary>
public sealed class TypeScriptTests : IDisposable
{
    private const string StackFile = "lib/summaries-stack.ts";

    private readonly SampleOfLanguage sample = new("typescript");

    public void Dispose() => sample.Dispose();

    [TypeScriptFact]
    [Trait("rule", "L10")]
    public Task One_Job_For_Each_Revision() => sample.RunsOneJobForEachRevisionAsync();

    [TypeScriptFact]
    [Trait("rule", "L15b")]
    public Task A_Kept_Job_Runs_To_Its_End_After_Its_Stack_Is_Gone()
    {
        sample.Edit(StackFile, "      serviceToken: props.serviceToken,\n", "      serviceToken: props.serviceToken,\n      removalPolicy: RemovalPolicy.RETAIN,\n");
        return sample.KeepsItsJobAsync();
    }

    [TypeScriptFact]
    public async Task The_Sample_Compiles()
    {
        var (exitCode, output) = await CompileAsync();

        Assert.True(exitCode == 0, output);
    }

    [TypeScriptFact]
    public Task A_Wrong_Property_Does_Not_Compile() => RefuseAsync(
        ("        ModelId: props.modelId,\n", "        ModelID: props.modelId,\n", "'ModelID' does not exist in type 'BatchInferenceJobProperties'"));

    [TypeScriptFact]
    public Task Wrong_Values_Do_Not_Compile() => RefuseAsync(
        ("S3InputDataConfig: { S3Uri:", "S3InputDataConfig: { S3Url:", "'S3Url' does not exist in type"),
        ("TimeoutDurationInHours: 48", "TimeoutDurationInHours: true", "Type 'true' is not assignable"),
        ("Revision: props.revision", "WaitFor: 'Completed'", "Type '\"Completed\"' is not assignable"));

    private async Task RefuseAsync(params (string Text, string By, string Problem)[] mistakes)
    {
        foreach (var (text, by, _) in mistakes)
        {
            sample.Edit(StackFile, text, by);
        }

        var (exitCode, output) = await CompileAsync();

        Assert.NotEqual(0, exitCode);
        Assert.All(mistakes, mistake => Assert.Contains(mistake.Problem, output, StringComparison.Ordinal));
    }

    private Task<(int ExitCode, string Output)> CompileAsync() =>
        CommandLine.RunAsync(sample.Folder, "node", "node_modules/typescript/bin/tsc", "--pretty", "false");
}
