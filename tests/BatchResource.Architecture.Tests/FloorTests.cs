namespace BatchResource.Architecture.Tests;

/// <summary>
/// Who knows whom. An arrow up or a circle means that a type lives on the wrong floor, usually a small one that all need: move it down.
/// </summary>
public sealed class FloorTests
{
    /// <summary>What a project may know besides itself.</summary>
    private static readonly Dictionary<string, string[]> Projects = new(StringComparer.Ordinal)
    {
        ["BatchResource.Contract"] = [],
        ["BatchResource.Provider"] = ["BatchResource.Contract"],
        ["BatchResource.Cdk"] = ["BatchResource.Contract"],
        ["BatchResource.Local"] = ["BatchResource.Contract"],
        ["BatchResource.Local.Tool"] = ["BatchResource.Contract", "BatchResource.Local"],
        ["BatchResource.Bench"] = ["BatchResource.Contract", "BatchResource.Cdk", "BatchResource.Local"],
    };

    [Fact]
    public void Every_Project_Was_Read() => Assert.Equal(
        Projects.Keys.Order(StringComparer.Ordinal),
        SolutionArrows.All.SelectMany(arrow => new[] { Project(arrow.From), Project(arrow.To) }).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void No_Project_Knows_One_That_It_Must_Not() => Assert.DoesNotContain(
        SolutionArrows.All,
        arrow => Project(arrow.From) != Project(arrow.To) && !Projects[Project(arrow.From)].Contains(Project(arrow.To)));

    [Fact]
    public void No_Namespaces_Form_A_Circle() => None(SolutionArrows.Circles(SolutionArrows.All));

    [Fact]
    public void No_Room_Of_The_Local_Aws_Knows_One_Above_It() => None(
        SolutionArrows.All.Where(arrow => LocalFloors.Holds(arrow.From) && LocalFloors.Holds(arrow.To) && !LocalFloors.Allows(arrow)));

    [Theory]
    [InlineData("Jobs", "Bedrock")]
    [InlineData("Jobs", "CloudFormation")]
    [InlineData("CloudFormation", "Bedrock")]
    [InlineData("CloudFormation", "Jobs")]
    [InlineData("Retry", "Jobs")]
    [InlineData("Logging", "Jobs")]
    public void A_Room_Of_The_Provider_Does_Not_Know(string room, string other) => Assert.DoesNotContain(
        SolutionArrows.All, arrow => arrow.From == $"BatchResource.Provider.{room}" && arrow.To == $"BatchResource.Provider.{other}");

    private static void None(IEnumerable<Arrow> found)
    {
        var wrong = string.Join('\n', found.Select(arrow => $"must not be: {arrow}"));
        Assert.True(wrong.Length == 0, wrong);
    }

    private static string Project(string name) => Projects.Keys
        .Where(project => name == project || name.StartsWith(project + ".", StringComparison.Ordinal))
        .MaxBy(project => project.Length) ?? name;
}
