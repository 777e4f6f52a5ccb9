using BatchResource.Local.Iam.Policies;

namespace BatchResource.Local.Tests.Iam;

public sealed class ConditionTests
{
    [Theory]
    [InlineData("StringEquals", "a", "a", true)]
    [InlineData("StringEquals", "a", "A", false)]
    [InlineData("StringEquals", "a,b", "b", true)]
    [InlineData("StringEquals", "a*", "ab", false)]
    [InlineData("StringNotEquals", "a,b", "c", true)]
    [InlineData("StringNotEquals", "a,b", "b", false)]
    [InlineData("StringEqualsIgnoreCase", "a", "A", true)]
    [InlineData("StringNotEqualsIgnoreCase", "a", "A", false)]
    [InlineData("StringLike", "a*d?", "abcde", true)]
    [InlineData("StringLike", "a*d?", "abcd", false)]
    [InlineData("StringNotLike", "a*", "abc", false)]
    [InlineData("ArnEquals", "arn:aws:s3:::b/*", "arn:aws:s3:::b/key:with:colons", true)]
    [InlineData("ArnLike", "arn:*:role/x", "arn:aws:iam::1:role/x", false)]
    [InlineData("ArnLike", "arn:*:iam::*:role/x", "arn:aws:iam::1:role/x", true)]
    [InlineData("ArnNotLike", "arn:*:iam::*:role/x", "arn:aws:iam::1:role/y", true)]
    [InlineData("ArnNotEquals", "arn:aws:iam::1:role/x", "arn:aws:iam::1:role/x", false)]
    [InlineData("Bool", "true", "True", true)]
    [InlineData("Bool", "true", "false", false)]
    [InlineData("NumericLessThan", "10", "9", true)]
    [InlineData("NumericGreaterThanEquals", "10", "9", false)]
    [InlineData("NumericEquals", "10", "10.0", true)]
    [InlineData("NumericEquals", "ten", "ten", false)]
    [InlineData("NumericNotEquals", "10", "9", true)]
    public void One_Value_Is_Compared_By_The_Operator(string name, string expected, string actual, bool holds) =>
        Assert.Equal(holds, Holds(name, expected, actual));

    [Theory]
    [InlineData("StringEquals", false)]
    [InlineData("StringNotEquals", true)]
    [InlineData("StringEqualsIfExists", true)]
    [InlineData("StringNotEqualsIfExists", true)]
    [InlineData("ArnLikeIfExists", true)]
    [InlineData("ForAllValues:StringEquals", true)]
    [InlineData("ForAnyValue:StringEquals", false)]
    [InlineData("ForAnyValue:StringNotEquals", false)]
    [InlineData("Bool", false)]
    [InlineData("BoolIfExists", true)]
    public void A_Key_That_Is_Missing_Has_Its_Own_Rules(string name, bool holds) => Assert.Equal(holds, Holds(name, "a"));

    [Theory]
    [InlineData("ForAllValues:StringEquals", "a,b", "a,b,a", true)]
    [InlineData("ForAllValues:StringEquals", "a,b", "a,c", false)]
    [InlineData("ForAllValues:StringNotEquals", "a,b", "c,d", true)]
    [InlineData("ForAllValues:StringNotEquals", "a,b", "c,a", false)]
    [InlineData("ForAnyValue:StringEquals", "a,b", "c,b", true)]
    [InlineData("ForAnyValue:StringLike", "a*", "c,d", false)]
    [InlineData("ForAnyValue:StringNotEquals", "a,b", "a,c", true)]
    public void Several_Values_Are_Compared_By_The_Qualifier(string name, string expected, string actual, bool holds) =>
        Assert.Equal(holds, Holds(name, expected, actual.Split(',')));

    [Theory]
    [InlineData("true", false)]
    [InlineData("false", true)]
    public void Null_Asks_Whether_A_Key_Is_There(string expected, bool holdsWhenThere)
    {
        Assert.Equal(holdsWhenThere, Holds("Null", expected, "x"));
        Assert.Equal(!holdsWhenThere, Holds("Null", expected));
    }

    [Theory]
    [InlineData("StringMatches")]
    [InlineData("IpAddress")]
    [InlineData("DateLessThan")]
    [InlineData("ForSomeValues:StringEquals")]
    public void An_Operator_That_Is_Not_Known_Is_An_Error(string name) =>
        Assert.Equal(
            $"the condition operator \"{name}\" is not supported by the local IAM",
            Assert.Throws<PolicyException>(() => ConditionOperator.Parse(name)).Message);

    [Fact]
    public void Keys_Are_Compared_Without_Regard_To_Case()
    {
        var condition = new PolicyCondition(ConditionOperator.Parse("StringEquals"), "AWS:sourceaccount", ["1"]);

        Assert.True(condition.Holds(new ConditionContext([new("aws:SourceAccount", ["1"])])));
    }

    [Fact]
    public void A_Wildcard_That_Could_Match_In_Many_Ways_Is_Quick()
    {
        var pattern = string.Concat(Enumerable.Repeat("*a", 1000)) + "b";

        Assert.False(Wildcard.IsMatch(pattern, new string('a', 100_000)));
    }

    private static bool Holds(string name, string expected, params string[] actual)
    {
        var condition = new PolicyCondition(ConditionOperator.Parse(name), "key", expected.Split(','));
        return condition.Holds(new ConditionContext(actual.Length == 0 ? [] : [new("key", actual)]));
    }
}
