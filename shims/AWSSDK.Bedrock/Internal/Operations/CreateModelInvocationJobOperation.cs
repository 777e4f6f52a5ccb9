#nullable enable
using System.Text.Json;
using Amazon.Bedrock.Model;
using Amazon.Runtime.Internal;

namespace Amazon.Bedrock.Internal.Operations;

internal sealed class CreateModelInvocationJobOperation()
    : RestJsonOperation<CreateModelInvocationJobRequest, CreateModelInvocationJobResponse>(
        "POST", "/model-invocation-job", "ConflictException", "ResourceNotFoundException", "ServiceQuotaExceededException")
{
    public static readonly CreateModelInvocationJobOperation Instance = new();

    protected override void Write(CreateModelInvocationJobRequest input, IRequest request) => Body(request, input, static (json, job) =>
    {
        // A request is written once and then sent up to three times, so the SDK's own retries repeat the random token as well.
        json.Text("clientRequestToken", job.ClientRequestToken ?? Guid.NewGuid().ToString());
        json.Object("inputDataConfig", job.InputDataConfig, JobShapes.WriteInput);
        json.Text("jobName", job.JobName);
        json.Text("modelId", job.ModelId);
        json.Constant("modelInvocationType", job.ModelInvocationType);
        json.Object("outputDataConfig", job.OutputDataConfig, JobShapes.WriteOutput);
        json.Text("roleArn", job.RoleArn);
        json.List("tags", job.Tags, JobShapes.WriteTag);
        if (job.TimeoutDurationInHours is { } hours)
            json.WriteNumber("timeoutDurationInHours", hours);
        json.Object("vpcConfig", job.VpcConfig, JobShapes.WriteVpc);
    });

    protected override CreateModelInvocationJobResponse Read(JsonElement body) => new() { JobArn = body.Text("jobArn") };
}
