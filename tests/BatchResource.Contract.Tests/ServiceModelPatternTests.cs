using BatchResource.Tests.Shared;

namespace BatchResource.Contract.Tests;

/// <summary>The contract accepts what Bedrock's service model accepts and nothing else.</summary>
[Trait("rule", "L14")]
public sealed class ServiceModelPatternTests
{
    public static TheoryData<string> Rules => [.. RuleCase.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_Samples_Are_Allowed_By_Both(string name)
    {
        var rule = RuleCase.All[name];
        var isAccepted = ServiceModel.Acceptance(rule.Shape);
        Assert.All(rule.Samples, sample =>
        {
            Assert.True(isAccepted(sample), $"the model refuses \"{sample}\"");
            Assert.True(rule.Rule.IsAllowed(sample), $"the contract refuses \"{sample}\"");
        });
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_Text_Is_Allowed_Exactly_When_The_Model_Accepts_It(string name)
    {
        var rule = RuleCase.All[name];
        var isAccepted = ServiceModel.Acceptance(rule.Shape);
        var (allowed, refused) = (0, 0);
        PropertyCheck.Holds(2500, NearValid.Of(rule.Samples), text =>
        {
            var expected = isAccepted(text) && !rule.IsRefusedAllTheSame(text);
            Assert.Equal(expected, rule.Rule.IsAllowed(text));
            _ = expected ? allowed++ : refused++;
        });

        var few = (allowed + refused) / 12;
        Assert.True(allowed > few && refused > few, $"the cases lie on both sides of the edge, {allowed} and {refused}");
    }
}
