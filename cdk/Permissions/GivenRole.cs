using System.Runtime.CompilerServices;
using System.Text.Json;
using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// A role that the app gave to jobs. If this app created the role, it gets the permissions that the jobs need. An imported one belongs to
/// another app. Jobs that differ only in their keys share statements, so that hundreds of jobs need few policies.
/// </summary>
internal sealed class GivenRole
{
    // A managed policy holds 6,144 characters, and the CDK uses 6,000 of them. It never splits a statement, so two should fit.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    private const int CharactersOfAStatement = 2_800;

    // The CDK counts an ARN with a token as 150 characters. A bucket's ARN has at most 76, and its token is shorter in the text.
    private const int CharactersOfAnArn = 150;
    private const int CharactersOfAToken = 60;

    private static readonly ConditionalWeakTable<IRole, GivenRole> ByRole = [];

    private readonly IRole role;
    private readonly Lazy<bool> isOwned;
    private readonly Lazy<string> arn;
    private readonly HashSet<(string Kind, string Resource)> known = [];
    private readonly Dictionary<string, OpenStatement> open = new(StringComparer.Ordinal);
    private readonly List<IDependable> added = [];

    private GivenRole(IRole role)
    {
        this.role = role;
        isOwned = new(() => Resource.IsOwnedResource(role));
        arn = new(() => role.RoleArn);
    }

    /// <summary>Its ARN, read once.</summary>
    public string Arn => arn.Value;

    /// <summary>The policies that hold the additions, as far as the CDK knows them at that time.</summary>
    public IReadOnlyList<IDependable> Added => added;

    public static GivenRole Of(IRole role) => ByRole.GetValue(role, static of => new GivenRole(of));

    public void Allow(IEnumerable<Dictionary<string, object>> statements)
    {
        if (!isOwned.Value)
        {
            return;
        }

        foreach (var statement in statements)
        {
            var kind = JsonSerializer.Serialize(statement.Where(member => member.Key != Statements.Resource));
            string[] resources = [.. ((string[])statement[Statements.Resource]).Where(resource => known.Add((kind, resource)))];
            if (resources.Length > 0)
            {
                Allow(kind, statement, resources);
            }
        }
    }

    private void Allow(string kind, Dictionary<string, object> statement, string[] resources)
    {
        var characters = resources.Sum(CharactersOf);
        if (open.TryGetValue(kind, out var earlier) && earlier.Characters + characters <= CharactersOfAStatement)
        {
            earlier.Statement.AddResources(resources);
            earlier.Characters += characters;
            return;
        }

        var opened = PolicyStatement.FromJson(new Dictionary<string, object>(statement, StringComparer.Ordinal)
        {
            [Statements.Resource] = resources,
        });
        if (role.AddToPrincipalPolicy(opened).PolicyDependable is { } policy)
        {
            added.Add(policy);
        }

        open[kind] = new OpenStatement(opened) { Characters = characters };
    }

    private static int CharactersOf(string resource) =>
        Tokens.IsIn(resource) ? Math.Max(CharactersOfAnArn, resource.Length + CharactersOfAToken) : resource.Length;

    /// <summary>A statement that has room for more resources.</summary>
    private sealed class OpenStatement(PolicyStatement statement)
    {
        public PolicyStatement Statement => statement;

        public int Characters { get; set; }
    }
}
