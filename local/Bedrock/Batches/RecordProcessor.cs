using BatchResource.Local.Bedrock.Models;
using BatchResource.Local.S3;

namespace BatchResource.Local.Bedrock.Batches;

/// <summary>Has the job's model answer records, one at a time.</summary>
internal sealed class RecordProcessor(ModelInvocationJob job, BucketFolder buckets, BatchInput input, ServiceRole role)
{
    private readonly EchoModels models = new(job);
    private readonly MediaCheck media = new(buckets, input, role);

    /// <summary>Why the record fails, or null. Costs far less than the answer, which may be a vector of many numbers.</summary>
    public string? ProblemOf(BatchRecord record) => models.ProblemOf(record.ModelInput) ?? media.ProblemOf(record.ModelInput);

    /// <summary>The answer, or why there is none.</summary>
    public ModelReply Reply(BatchRecord record)
    {
        var reply = models.Reply(record.ModelInput);
        return reply.Error is null && media.ProblemOf(record.ModelInput) is { } problem ? ModelReply.Refuse(problem) : reply;
    }
}
