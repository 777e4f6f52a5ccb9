using System.Text.Json;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Answers the calls of the rehearsal: as Bedrock, for the creation of a job, and as the bucket for CloudFormation's answers.
/// </summary>
internal sealed class RehearsalServices
{
    public const string JobArn = "arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/rehearsal000";

    private string? jobName;

    /// <summary>The answer to CloudFormation; null until there is one.</summary>
    public string? Answer { get; private set; }

    /// <summary>Creates the job, describes it or accepts the answer. The method of the request decides.</summary>
    /// <returns>The response's body.</returns>
    public string Respond(string method, string body)
    {
        switch (method)
        {
            case "POST":
                using (var creation = JsonDocument.Parse(body))
                {
                    jobName = creation.RootElement.GetProperty("jobName").GetString();
                }

                return $$"""{ "jobArn": "{{JobArn}}" }""";
            case "GET":
                return
                    $$"""
                    {
                      "jobArn": "{{JobArn}}",
                      "jobName": "{{jobName}}",
                      "modelId": "anthropic.claude-3-haiku-20240307-v1:0",
                      "roleArn": "arn:aws:iam::123456789012:role/Rehearsal",
                      "status": "Submitted",
                      "submitTime": "2026-01-01T00:00:00Z",
                      "inputDataConfig": { "s3InputDataConfig": { "s3Uri": "s3://rehearsal/in.jsonl", "s3InputFormat": "JSONL" } },
                      "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://rehearsal/out/" } },
                      "timeoutDurationInHours": 24
                    }
                    """;
            default:
                Answer = body;
                return string.Empty;
        }
    }
}
