namespace BatchResource.Provider.Startup;

/// <summary>The event of the rehearsal: a Create, because most functions are started for one.</summary>
internal static class RehearsalEvent
{
    public static ReadOnlySpan<byte> Payload =>
        """
        {
          "RequestType": "Create",
          "ResponseURL": "http://rehearsal.invalid/answer",
          "StackId": "arn:aws:cloudformation:us-east-1:123456789012:stack/Rehearsal/00000000-0000-0000-0000-000000000000",
          "RequestId": "00000000-0000-0000-0000-000000000000",
          "ResourceType": "Custom::BedrockBatchInferenceJob",
          "LogicalResourceId": "Rehearsal",
          "ResourceProperties": {
            "ServiceToken": "arn:aws:lambda:us-east-1:123456789012:function:Rehearsal",
            "ModelId": "anthropic.claude-3-haiku-20240307-v1:0",
            "RoleArn": "arn:aws:iam::123456789012:role/Rehearsal",
            "InputDataConfig": { "S3InputDataConfig": { "S3Uri": "s3://rehearsal/in.jsonl", "S3InputFormat": "JSONL" } },
            "OutputDataConfig": { "S3OutputDataConfig": { "S3Uri": "s3://rehearsal/out/" } },
            "TimeoutDurationInHours": "24",
            "Tags": [{ "Key": "rehearsal", "Value": "true" }]
          }
        }
        """u8;
}
