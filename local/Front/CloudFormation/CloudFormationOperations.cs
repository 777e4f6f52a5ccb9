using System.Xml.Linq;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.S3;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>AWS CloudFormation's API over the engine.</summary>
internal sealed class CloudFormationOperations(Account account, StackEngine engine, BucketFolder buckets, IAuthorizer authorizer)
{
    public const string Namespace = "http://cloudformation.amazonaws.com/doc/2010-05-15/";

    private readonly StackAccess access = new(account, engine, authorizer);
    private readonly StackReads stacks = new(engine);
    private readonly ResourceReads resources = new(engine);
    private readonly TemplateReads templates = new(engine, new(buckets));
    private readonly ExportReads exports = new(engine);
    private readonly ChangeSetOperations changeSets = new(engine, new(buckets));
    private readonly StackWrites writes = new(engine, new(buckets));

    /// <summary>The operations by their names.</summary>
    public IReadOnlyDictionary<string, Func<QueryCall, Task<XElement?[]>>> All =>
        new Dictionary<string, Func<QueryCall, XElement?[]>>
        {
            ["DescribeStacks"] = stacks.Describe,
            ["ListStacks"] = stacks.List,
            ["DescribeStackEvents"] = stacks.Events,
            ["DescribeStackResource"] = resources.DescribeOne,
            ["DescribeStackResources"] = resources.Describe,
            ["ListStackResources"] = resources.List,
            ["GetTemplate"] = templates.Get,
            ["GetTemplateSummary"] = templates.Summarize,
            ["ValidateTemplate"] = templates.Validate,
            ["GetStackPolicy"] = stacks.Policy,
            ["SetStackPolicy"] = _ => throw QueryCall.Validation(
                "The local AWS has no stack policies: every resource may be updated. Remove the policy, or test it in a real account."),
            ["ListExports"] = exports.List,
            ["ListImports"] = exports.Imports,
            ["CreateChangeSet"] = changeSets.Create,
            ["DescribeChangeSet"] = changeSets.Describe,
            ["ListChangeSets"] = changeSets.List,
            ["ExecuteChangeSet"] = changeSets.Execute,
            ["DeleteChangeSet"] = changeSets.Delete,
            ["CreateStack"] = writes.Create,
            ["UpdateStack"] = writes.Update,
            ["DeleteStack"] = writes.Delete,
            ["CancelUpdateStack"] = writes.Cancel,
            ["ContinueUpdateRollback"] = writes.ContinueRollback,
            ["RollbackStack"] = writes.RollBack,
            ["UpdateTerminationProtection"] = writes.Protect,
        }.ToDictionary(operation => operation.Key, operation => Guarded(operation.Key, operation.Value));

    /// <summary>What the caller may not do is refused, and errors of the engine have the API's form.</summary>
    private Func<QueryCall, Task<XElement?[]>> Guarded(string name, Func<QueryCall, XElement?[]> operation) => call =>
    {
        try
        {
            access.Require(name, call);
            return Task.FromResult(operation(call));
        }
        catch (Exception e) when (StackErrors.Of(e) is { } error)
        {
            return Task.FromException<XElement?[]>(error);
        }
    };
}
