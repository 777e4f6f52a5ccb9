namespace BatchResource.Contract;

/// <summary>The valid properties of the resource.</summary>
/// <param name="Definition">The definition of the job.</param>
/// <param name="Tags">The job's tags, by key.</param>
/// <param name="WaitFor">How far the job must be before CloudFormation gets its answer.</param>
internal sealed record JobProperties(JobDefinition Definition, IReadOnlyDictionary<string, string> Tags, WaitFor WaitFor);
