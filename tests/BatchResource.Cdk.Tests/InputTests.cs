using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

public sealed class InputTests
{
    [Theory]
    [InlineData("in/prompts.jsonl", "s3://records/in/prompts.jsonl", "in/prompts.jsonl")]
    [InlineData("in/", "s3://records/in/", "in/*")]
    [InlineData("in", "s3://records/in/", "in/*")]
    [InlineData("v1.2/in", "s3://records/v1.2/in/", "v1.2/in/*")]
    [InlineData(null, "s3://records/", "*")]
    public void The_Service_Role_Reads_Only_What_The_Key_Or_Prefix_Names(string? key, string uri, string readable)
    {
        using var app = new TestApp();
        app.Job(change: props => props with { Input = BatchInferenceInput.FromBucket(app.Existing("records"), key) });

        var template = app.Synth();

        Assert.Equal(uri, Text.Of(template.Job["InputDataConfig"]!["S3InputDataConfig"]!["S3Uri"]));
        Assert.Equal(
            [$"arn:${{AWS::Partition}}:s3:::records/{readable}", "arn:${AWS::Partition}:s3:::results/out/*"],
            template.Allowed("s3:GetObject", "JobServiceRole"));
    }

    [Fact]
    public void A_Bucket_Of_The_App_Is_Named_By_Reference()
    {
        using var app = new TestApp();
        app.Job(change: props => props with { Input = BatchInferenceInput.FromBucket(app.Bucket("Mine"), "in/") });

        var template = app.Synth();

        var bucket = Assert.Single(template.OfType("AWS::S3::Bucket")).Key;
        Assert.Equal($"s3://${{{bucket}}}/in/", Text.Of(template.Job["InputDataConfig"]!["S3InputDataConfig"]!["S3Uri"]));
        Assert.Contains($"${{{bucket}.Arn}}/in/*", template.Allowed("s3:GetObject", "JobServiceRole"));
    }

    [Fact]
    public void Access_To_A_Bucket_Of_Another_Account_Is_Bound_To_That_Account()
    {
        using var app = new TestApp();
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(app.Existing("records"), "in/", "444455556666"),
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", bucketOwner: "777788889999"),
        });

        var template = app.Synth();

        Assert.Equal("444455556666", Text.Of(template.Job["InputDataConfig"]!["S3InputDataConfig"]!["S3BucketOwner"]));
        Assert.Equal("777788889999", Text.Of(template.Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3BucketOwner"]));
        Assert.Equal(
            ["444455556666", "777788889999", "444455556666", "777788889999"],
            template.Statements("JobServiceRole").Where(statement => Text.Of(statement["Action"]).Contains("s3:", StringComparison.Ordinal))
                .Select(statement => Text.Of(statement["Condition"]!["StringEquals"]!["aws:ResourceAccount"])));
    }

    [Theory]
    [InlineData("in/prompts.csv", "Input must be a .jsonl file or a prefix that ends in '/', got \"in/prompts.csv\"")]
    [InlineData("in/prompts.jsonl.gz", "Input must be a .jsonl file or a prefix")]
    [InlineData("in put/", "Input must be s3://bucket or s3://bucket/key")]
    public void A_Key_That_Bedrock_Does_Not_Read_Is_Refused(string key, string message)
    {
        using var app = new TestApp();
        app.Job(change: props => props with { Input = BatchInferenceInput.FromBucket(app.Bucket("Mine"), key) });

        Assert.Contains($"[Stack/Job] {message}", app.SynthError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Input_And_Output_In_One_Bucket_Need_One_Statement_To_List_It()
    {
        using var app = new TestApp();
        var bucket = app.Existing("records");
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(bucket, "in/"),
            Output = BatchInferenceOutput.ToBucket(bucket, "out"),
        });

        Assert.Equal(["arn:${AWS::Partition}:s3:::records"], app.Synth().Allowed("s3:ListBucket", "JobServiceRole"));
    }
}
