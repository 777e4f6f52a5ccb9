using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>The arguments of one call to CreateModelInvocationJob (L4, L5).</summary>
internal sealed record NewJob(string Name, string Token, JobDefinition Definition, IReadOnlyDictionary<string, string> Tags)
{
    /// <summary>
    /// The job of one event (L4, L5). The token is CloudFormation's RequestId. Nothing depends on time or chance, so the same event always
    /// means the same job. A fresh attempt after a dead job (L7) adds its number to the token and the generated name.
    /// </summary>
    public static NewJob For(JobEvent request, JobProperties properties, int attempt)
    {
        var definition = properties.Definition;
        var hash = DefinitionHash.Of(definition);
        var name = definition.JobName ?? GeneratedJobName.Create(request.Owner, hash, request.RequestId, request.IssuedAt, attempt);
        var token = attempt == 1 ? request.RequestId : $"{request.RequestId}-{attempt}";
        var tags = definition.JobName is null
            ? properties.Tags
            : OwnershipTag.AddTo(properties.Tags, request.Owner, new JobIdentity(hash, request.IssuedAt));
        return new NewJob(name, token, definition, tags);
    }

    /// <summary>What is known of the job before Bedrock can be asked.</summary>
    public Job AsSubmitted(JobArn arn) => new()
    {
        Arn = arn,
        Name = Name,
        Status = JobStatus.Submitted,
        ClientRequestToken = Token,
        ModelId = arn.ModelArnOf(Definition.ModelId) ?? Definition.ModelId,
        OutputS3Uri = Definition.Output.S3Uri,
    };
}
