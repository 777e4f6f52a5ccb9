using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.Local.Bedrock.Jobs;
using BatchResource.Local.Ground;
using BatchResource.Local.Ground.RestJson;

namespace BatchResource.Local.Bedrock.Operations;

/// <summary>Makes a job of Create's input: checks what the service model cannot say, and fills in what Get returns.</summary>
internal static class JobFactory
{
    /// <summary>The job, without its ARN.</summary>
    /// <exception cref="ServiceException">The model or the tags are refused.</exception>
    public static ModelInvocationJob Create(JsonObject input, BedrockOptions options)
    {
        var account = options.Account;
        var modelId = input.Text("modelId");
        if (options.UnsupportedModels.Contains(ModelReference.Parse(modelId).FoundationModelId ?? modelId))
            throw ServiceException.Validation("Batch inference is not supported for the requested model.");
        var tags = TagRules.Read(input["tags"]);
        if (tags.Count > TagRules.MaximumTags)
            throw ServiceException.Validation($"A resource can have at most {TagRules.MaximumTags} tags, got {tags.Count}.");

        return new ModelInvocationJob
        {
            JobArn = "",
            JobName = input.Text("jobName"),
            ClientRequestToken = input.TextOrNull("clientRequestToken"),
            ModelId = ModelIds.ToArn(modelId, account),
            RoleArn = input.Text("roleArn"),
            Input = ReadInput(input["inputDataConfig"]!["s3InputDataConfig"]!.AsObject(), account),
            Output = ReadOutput(input["outputDataConfig"]!["s3OutputDataConfig"]!.AsObject(), account),
            Vpc = input["vpcConfig"] is JsonObject vpc ? new JobVpc(vpc.Texts("subnetIds"), vpc.Texts("securityGroupIds")) : null,
            TimeoutDurationInHours = input["timeoutDurationInHours"]?.GetValue<int>() ?? Limits.MinimumTimeoutInHours,
            ModelInvocationType = input.TextOrNull("modelInvocationType") ?? "InvokeModel",
            Tags = tags,
            History = [new JobStateChange(JobStatus.Submitted, options.Clock.GetUtcNow())],
            Fingerprint = Fingerprint(input),
        };
    }

    private static JobInput ReadInput(JsonObject s3, Account account) =>
        new(s3.Text("s3Uri"), s3.TextOrNull("s3InputFormat"), s3.TextOrNull("s3BucketOwner") ?? account.AccountId);

    private static JobOutput ReadOutput(JsonObject s3, Account account) =>
        new(s3.Text("s3Uri"), s3.TextOrNull("s3EncryptionKeyId"), s3.TextOrNull("s3BucketOwner") ?? account.AccountId);

    /// <summary>The input's members stand in the model's order by now, so equal inputs give equal text.</summary>
    private static string Fingerprint(JsonObject input)
    {
        var parameters = input.DeepClone().AsObject();
        parameters.Remove("clientRequestToken");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parameters.ToJsonString())));
    }
}
