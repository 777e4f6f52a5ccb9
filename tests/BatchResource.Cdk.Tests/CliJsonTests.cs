using Amazon.CDK;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class CliJsonTests : IDisposable
{
    // What `aws bedrock create-model-invocation-job --generate-cli-skeleton` prints, with the required members filled in.
    private const string Skeleton = """
        {
            "jobName": "",
            "roleArn": "",
            "clientRequestToken": "",
            "modelId": "amazon.nova-micro-v1:0",
            "inputDataConfig": { "s3InputDataConfig": { "s3InputFormat": "JSONL", "s3Uri": "s3://records/in/", "s3BucketOwner": "" } },
            "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://results/out/", "s3EncryptionKeyId": "", "s3BucketOwner": "" } },
            "vpcConfig": { "subnetIds": [""], "securityGroupIds": [""] },
            "timeoutDurationInHours": 0,
            "tags": [ { "key": "", "value": "" } ],
            "modelInvocationType": ""
        }
        """;

    private const string Full = """
        {
            "jobName": "nightly-7",
            "roleArn": "arn:aws:iam::111122223333:role/theirs",
            "clientRequestToken": "5b0a9b1c",
            "modelId": "us.amazon.nova-micro-v1:0",
            "inputDataConfig": { "s3InputDataConfig": {
                "s3InputFormat": "JSONL", "s3Uri": "s3://records/in/a.jsonl", "s3BucketOwner": "444455556666" } },
            "outputDataConfig": { "s3OutputDataConfig": {
                "s3Uri": "s3://results", "s3EncryptionKeyId": "1234abcd-12ab-34cd-56ef-1234567890ab", "s3BucketOwner": "777788889999" } },
            "vpcConfig": { "subnetIds": ["subnet-1", "subnet-2"], "securityGroupIds": ["sg-1"] },
            "timeoutDurationInHours": 72,
            "tags": [ { "key": "team", "value": "a" }, { "key": "flag", "value": "" } ],
            "modelInvocationType": "Converse"
        }
        """;

    private readonly TestApp app = new();

    public void Dispose() => app.Dispose();

    [Fact]
    public void Every_Member_Of_A_File_Is_In_The_Job()
    {
        _ = new BatchInferenceJob(app.Stack, "Job", Definition(Full).ToProps(app.Stack, "Definition"));

        var job = app.Synth().Job;

        Assert.Equal("nightly-7", Text.Of(job["JobName"]));
        Assert.Equal("arn:aws:iam::111122223333:role/theirs", Text.Of(job["RoleArn"]));
        Assert.Equal("us.amazon.nova-micro-v1:0", Text.Of(job["ModelId"]));
        Assert.Equal(
            "{S3Uri: s3://records/in/a.jsonl, S3InputFormat: JSONL, S3BucketOwner: 444455556666}",
            Text.Of(job["InputDataConfig"]!["S3InputDataConfig"]));
        Assert.Equal(
            "{S3Uri: s3://results/, S3EncryptionKeyId: arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:"
            + "key/1234abcd-12ab-34cd-56ef-1234567890ab, S3BucketOwner: 777788889999}",
            Text.Of(job["OutputDataConfig"]!["S3OutputDataConfig"]));
        Assert.Equal("{SubnetIds: [subnet-1, subnet-2], SecurityGroupIds: [sg-1]}", Text.Of(job["VpcConfig"]));
        Assert.Equal("72", Text.Of(job["TimeoutDurationInHours"]));
        Assert.Equal("Converse", Text.Of(job["ModelInvocationType"]));
        Assert.Equal("[{Key: flag, Value: }, {Key: team, Value: a}]", Text.Of(job["Tags"]));
    }

    [Fact]
    public void What_A_Skeleton_Leaves_Empty_Is_Absent_And_The_Role_Is_Created()
    {
        _ = new BatchInferenceJob(app.Stack, "Job", Definition(Skeleton).ToProps(app.Stack, "Definition"));

        var template = app.Synth();

        Assert.Equal(
            ["ServiceToken", "ServiceTimeout", "RoleArn", "ModelId", "InputDataConfig", "OutputDataConfig"],
            template.Job.Select(property => property.Key));
        Assert.StartsWith("${JobServiceRole", Text.Of(template.Job["RoleArn"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_Definition_Is_Changed_Like_Any_Other_And_Used_Twice()
    {
        var definition = Definition(Skeleton);
        _ = new BatchInferenceJob(app.Stack, "One", definition.ToProps(app.Stack, "First"));
        _ = new BatchInferenceJob(app.Stack, "Two", definition.ToProps(app.Stack, "Second") with { Timeout = Duration.Hours(100) });

        var jobs = app.Synth().OfType(Template.JobType).Values.Select(job => job["Properties"]!["TimeoutDurationInHours"]?.ToString());

        Assert.Equal([null, "100"], jobs);
    }

    [Theory]
    [InlineData("alias/results", ":alias/results")]
    [InlineData("arn:aws:kms:us-east-1:111122223333:alias/results", "arn:aws:kms:us-east-1:111122223333:alias/results")]
    [InlineData(
        "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab")]
    public void A_Key_Is_Named_In_Any_Form(string key, string arn)
    {
        var json = Full.Replace("1234abcd-12ab-34cd-56ef-1234567890ab", key, StringComparison.Ordinal);
        _ = new BatchInferenceJob(app.Stack, "Job", Definition(json).ToProps(app.Stack, "Definition"));

        var keyId = Text.Of(app.Synth().Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3EncryptionKeyId"]);

        Assert.EndsWith(arn, keyId, StringComparison.Ordinal);
    }

    [Fact]
    public void A_Job_That_Runs_Today_Is_Adopted_From_What_Get_Prints()
    {
        const string Output = """
            {
                "jobArn": "arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl",
                "jobName": "by-hand",
                "modelId": "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0",
                "clientRequestToken": "5b0a9b1c",
                "roleArn": "arn:aws:iam::111122223333:role/theirs",
                "status": "InProgress",
                "submitTime": "2026-11-24T10:00:00.000000+00:00",
                "lastModifiedTime": "2026-11-24T10:05:00.000000+00:00",
                "inputDataConfig": { "s3InputDataConfig": {
                    "s3InputFormat": "JSONL", "s3Uri": "s3://records/in/", "s3BucketOwner": "111122223333" } },
                "outputDataConfig": { "s3OutputDataConfig": { "s3Uri": "s3://results/out/", "s3BucketOwner": "777788889999" } },
                "timeoutDurationInHours": 24,
                "jobExpirationTime": "2026-11-25T10:00:00.000000+00:00",
                "modelInvocationType": "InvokeModel",
                "totalRecordCount": 100, "processedRecordCount": 0, "successRecordCount": 0, "errorRecordCount": 0
            }
            """;
        _ = new BatchInferenceJob(app.Stack, "Job", Definition(Output).ToProps(app.Stack, "Definition"));

        var job = app.Synth().Job;

        Assert.Equal(
            [
                "ServiceToken", "ServiceTimeout", "RoleArn", "ModelId", "InputDataConfig", "OutputDataConfig", "TimeoutDurationInHours",
                "ModelInvocationType",
            ],
            job.Select(property => property.Key));
        Assert.Equal("{S3Uri: s3://records/in/, S3InputFormat: JSONL}", Text.Of(job["InputDataConfig"]!["S3InputDataConfig"]));
        Assert.Equal("777788889999", Text.Of(job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3BucketOwner"]));
    }

    [Fact]
    [Trait("rule", "L14")]
    public void A_File_That_Is_No_Valid_Job_Is_Refused_With_Every_Problem()
    {
        var json = Full
            .Replace("\"timeoutDurationInHours\": 72", "\"timeoutDurationInHours\": 12", StringComparison.Ordinal)
            .Replace("\"jobName\"", "\"jobNam\"", StringComparison.Ordinal);

        var message = Assert.Throws<ArgumentException>(() => Definition(json)).Message;

        Assert.Contains("job.json is not a valid job:", message, StringComparison.Ordinal);
        Assert.Contains("TimeoutDurationInHours must be 24-168, got 12", message, StringComparison.Ordinal);
        Assert.Contains("jobNam is not a property", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("")]
    public void Something_Else_Than_A_Json_Object_Is_Refused(string content)
    {
        var message = Assert.Throws<ArgumentException>(() => Definition(content)).Message;

        Assert.Contains("job.json is neither the JSON input of create-model-invocation-job nor", message, StringComparison.Ordinal);
    }

    private BatchInferenceJobDefinition Definition(string json)
    {
        var path = Path.Combine(app.Folder, "job.json");
        File.WriteAllText(path, json);
        return BatchInferenceJobDefinition.FromCliJson(path);
    }
}
