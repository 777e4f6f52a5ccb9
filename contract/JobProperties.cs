namespace BatchResource.Contract;

/// <summary>All properties of the resource, read and found valid.</summary>
/// <param name="Definition">The part that makes the job what it is.</param>
/// <param name="Tags">The job's tags, by key.</param>
/// <param name="WaitFor">How far the job must be before CloudFormation is answered.</param>
internal sealed record JobProperties(JobDefinition Definition, IReadOnlyDictionary<string, string> Tags, WaitFor WaitFor);
