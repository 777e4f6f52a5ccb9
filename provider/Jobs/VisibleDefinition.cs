using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Compares a job with a definition by the values that Bedrock reports, for a job whose tags cannot be read (L6a). Only for a job that has
/// ended: an answer with it costs nothing, and nothing can be stopped by mistake. Bedrock does not report the Revision.
/// </summary>
internal static class VisibleDefinition
{
    public static bool IsOf(Job job, JobDefinition definition) =>
        string.Equals(job.Name, definition.JobName, StringComparison.Ordinal)
        && string.Equals(job.RoleArn, definition.RoleArn, StringComparison.Ordinal)
        && string.Equals(job.InputS3Uri, definition.Input.S3Uri, StringComparison.Ordinal)
        && string.Equals(job.OutputS3Uri.TrimEnd('/'), definition.Output.S3Uri.TrimEnd('/'), StringComparison.Ordinal)
        && string.Equals(
            CanonicalDefinition.ModelIdOf(job.ModelId), CanonicalDefinition.ModelIdOf(definition.ModelId), StringComparison.Ordinal);
}
