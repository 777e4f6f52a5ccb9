using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>No input keeps the reader busy: the model's own expressions would take exponential time on some of these.</summary>
[Trait("rule", "L14")]
public sealed class WorstCaseTests
{
    // Only a guard against a run that would never end: any of these takes milliseconds.
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Rules => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_Text_That_Almost_Matches_Is_Refused_Without_Trying_All_Ways(string name)
    {
        var rule = RuleCase.All[name].Rule;
        string[] runs = ["-", "a-", "a_", "a.", "a", "0", "a/", "/", ":a", "a.a", " ", "aws-", "A1:-"];
        var almost = from start in RuleCase.All[name].Samples
                     from run in runs
                     from length in (int[])[63, 126, 1000, 2040, 2048]
                     select AlmostValid(start, run, length);
        var texts = almost.Concat(runs.Select(run => AlmostValid(string.Empty, run, 1_000_000)));

        await Task.Run(() => Assert.All(texts, text => Assert.False(rule.IsAllowed(text)))).WaitAsync(Guard);
    }

    private static string AlmostValid(string start, string run, int length) =>
        $"{start}{string.Concat(Enumerable.Repeat(run, length / run.Length))}\n!";

    [Fact]
    public async Task A_Megabyte_In_Any_Place_Is_Read()
    {
        var megabyte = string.Concat(Enumerable.Repeat("a-", 500_000));
        await Task.Run(() =>
        {
            foreach (var path in JsonPath.All(SampleProperties.Full()).Where(path => path != "ServiceToken"))
            {
                var properties = SampleProperties.Full();
                JsonPath.Replace(properties, path, megabyte);
                var problem = Assert.Single(SampleProperties.Read(properties).Problems);
                Assert.InRange(problem.ToString().Length, 1, 1000);
            }
        }).WaitAsync(Guard);
    }

    [Fact]
    public async Task A_Megabyte_Of_Unknown_Properties_Is_Read()
    {
        var properties = SampleProperties.Minimal();
        for (var index = 0; index < 100_000; index++)
        {
            properties[$"x{index}"] = 1;
        }

        var result = await Task.Run(() => SampleProperties.Read(properties)).WaitAsync(Guard);
        Assert.Equal(100_000, result.Problems.Count);
        Assert.Single(result.Problems.Select(problem => problem.Allowed).Distinct(ReferenceEqualityComparer.Instance));
    }

    [Fact]
    public async Task Long_Lists_And_Deep_Nesting_Are_Read()
    {
        var properties = SampleProperties.Full();
        properties["VpcConfig"]!["SubnetIds"] = new JsonArray([.. Enumerable.Range(0, 100_000).Select(_ => JsonValue.Create("-"))]);
        JsonNode deep = "bottom";
        for (var depth = 0; depth < 50; depth++)
        {
            deep = new JsonObject { ["S3InputDataConfig"] = deep };
        }

        properties["InputDataConfig"] = deep;
        var result = await Task.Run(() => SampleProperties.Read(properties)).WaitAsync(Guard);
        Assert.Equal(
            [
                "InputDataConfig.S3InputDataConfig.S3Uri",
                "InputDataConfig.S3InputDataConfig.S3InputDataConfig",
                "VpcConfig.SubnetIds",
            ],
            result.Problems.Select(problem => problem.Path));
    }
}
