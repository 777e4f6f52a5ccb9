using System.Text.Json.Nodes;
using BatchResource.Local.Assemblies;
using BatchResource.Local.CloudFormation;
using static BatchResource.Local.Tests.CloudFormation.Stacks;

namespace BatchResource.Local.Tests.CloudFormation;

public sealed class ResourceTypeTests
{
    private const string RoleArn = "arn:aws:iam::123456789012:role/provider";

    [Theory]
    [InlineData("AWS::S3::Bucket", "{}", "^stack-x-[a-z0-9]{12}$", "Arn", "^arn:aws:s3:::stack-x-[a-z0-9]{12}$")]
    [InlineData("AWS::IAM::Role", """{ "RoleName": "r" }""", "^r$", "Arn", "^arn:aws:iam::123456789012:role/r$")]
    [InlineData("AWS::IAM::Role", """{ "RoleName": "r", "Path": "/p/" }""", "^r$", "Arn", "^arn:aws:iam::123456789012:role/p/r$")]
    [InlineData("AWS::IAM::ManagedPolicy", "{}", "^arn:aws:iam::123456789012:policy/stack-X-[A-Z0-9]{12}$", "PolicyArn", "^arn:aws:iam::")]
    [InlineData("AWS::Logs::LogGroup", """{ "LogGroupName": "g" }""", "^g$", "Arn", "^arn:aws:logs:us-east-1:123456789012:log-group:g:\\*$")]
    [InlineData("AWS::SSM::Parameter", """{ "Type": "String", "Value": "v" }""", "^stack-X-[A-Z0-9]{12}$", "Value", "^v$")]
    [InlineData("AWS::KMS::Key", "{}", "^[0-9a-f-]{36}$", "Arn", "^arn:aws:kms:us-east-1:123456789012:key/[0-9a-f-]{36}$")]
    [InlineData("AWS::SNS::Topic", "{}", "^arn:aws:sns:us-east-1:123456789012:stack-X-", "TopicName", "^stack-X-")]
    [InlineData("AWS::SQS::Queue", """{ "QueueName": "q" }""", "^https://sqs.us-east-1.amazonaws.com/123456789012/q$", "Arn", ":q$")]
    [InlineData("AWS::EC2::VPC", """{ "CidrBlock": "10.0.0.0/16" }""", "^vpc-0[0-9a-f]{16}$", "CidrBlock", "^10.0.0.0/16$")]
    [InlineData("AWS::EC2::Subnet", "{}", "^subnet-0[0-9a-f]{16}$", "AvailabilityZone", "^us-east-1a$")]
    [InlineData("AWS::EC2::SecurityGroup", "{}", "^sg-0[0-9a-f]{16}$", "GroupId", "^sg-0")]
    [InlineData("AWS::EC2::EIP", "{}", "^203.0.113.", "AllocationId", "^eipalloc-0")]
    [InlineData("AWS::Bedrock::ApplicationInferenceProfile", "{}", "application-inference-profile/[a-z0-9]{12}$", "InferenceProfileId", "^[a-z0-9]{12}$")]
    [InlineData("AWS::CloudWatch::Alarm", """{ "AlarmName": "a" }""", "^a$", "Arn", ":alarm:a$")]
    public async Task A_Simulated_Resource_Has_A_Plausible_Id_And_Attributes(
        string type, string properties, string id, string attribute, string value)
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("X", Resource(type, properties))));

        var copy = stack.Resources["X"].Current;
        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Matches(id, copy.PhysicalId);
        Assert.Matches(value, copy.Attributes[attribute]!.ToString());
    }

    [Fact]
    public async Task A_Function_Comes_To_The_Host_With_Its_Bundle_And_Settings()
    {
        await using var aws = await Stacks.StartAsync();
        PublishBundle(aws);

        await aws.CreateAsync(Template(("Function", Function("dotnet10"))));

        var function = Assert.Single(aws.Lambda.Functions.Values);
        Assert.Equal("provider", function.FunctionName);
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:provider", function.FunctionArn);
        Assert.Equal(aws.Buckets.PathOf("assets", "bundle.zip"), function.BundlePath);
        Assert.Equal(("Provider", "dotnet10", 256, RoleArn), (function.Handler, function.Runtime, function.MemorySizeInMB, function.RoleArn));
        Assert.Equal(TimeSpan.FromSeconds(90), function.Timeout);
        Assert.Equal("1", function.Environment["ONE"]);
        Assert.Equal("/aws/lambda/provider", function.LogGroupName);
        Assert.Equal((2, TimeSpan.FromHours(6)), (function.MaximumRetryAttempts, function.MaximumEventAge));
        Assert.Null(function.ReservedConcurrency);
    }

    [Fact]
    public async Task An_Event_Invoke_Configuration_Sets_The_Retries_And_Gives_Them_Back()
    {
        await using var aws = await Stacks.StartAsync();
        PublishBundle(aws);
        var retries = Resource("AWS::Lambda::EventInvokeConfig", """
            { "FunctionName": { "Ref": "Function" }, "MaximumRetryAttempts": 0, "MaximumEventAgeInSeconds": 60, "Qualifier": "$LATEST" }
            """);
        await aws.CreateAsync(Template(("Function", Function("dotnet10")), ("Retries", retries)));
        var configured = aws.Lambda.Functions.Values.Single();

        await aws.UpdateAsync(Template(("Function", Function("dotnet10"))));

        Assert.Equal((0, TimeSpan.FromSeconds(60)), (configured.MaximumRetryAttempts, configured.MaximumEventAge));
        Assert.Equal(2, aws.Lambda.Functions.Values.Single().MaximumRetryAttempts);
    }

    [Fact]
    public async Task A_Function_Whose_Runtime_The_Host_Cannot_Run_Exists_Only_On_The_Surface()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("Function", Function("nodejs22.x"))));

        Assert.Equal(StackStatus.CreateComplete, stack.Status);
        Assert.Empty(aws.Lambda.Functions);
    }

    [Fact]
    public async Task A_Function_Whose_Code_Is_Nowhere_Fails()
    {
        await using var aws = await Stacks.StartAsync();

        var stack = await aws.CreateAsync(Template(("Function", Function("dotnet10"))));

        Assert.Contains(
            "CREATE_FAILED: Error occurred while GetObject. S3 Error Code: NoSuchKey, s3://assets/bundle.zip", History(stack, "Function"));
    }

    [Fact]
    public async Task A_Deleted_Function_Leaves_The_Host()
    {
        await using var aws = await Stacks.StartAsync();
        PublishBundle(aws);
        await aws.CreateAsync(Template(("Function", Function("dotnet10"))));

        await aws.DeleteAsync();

        Assert.Empty(aws.Lambda.Functions);
    }

    [Fact]
    public async Task Policies_Of_Every_Kind_Reach_The_Role()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync("""
            {
              "Resources": {
                "Role": {
                  "Type": "AWS::IAM::Role",
                  "Properties": {
                    "RoleName": "r",
                    "AssumeRolePolicyDocument": { "Statement": "trust" },
                    "Policies": [{ "PolicyName": "inline", "PolicyDocument": { "Statement": "inline" } }],
                    "ManagedPolicyArns": ["arn:aws:iam::aws:policy/AwsOwn", { "Ref": "Named" }]
                  }
                },
                "Attached": {
                  "Type": "AWS::IAM::Policy",
                  "Properties": { "PolicyName": "p", "Roles": [{ "Ref": "Role" }], "PolicyDocument": { "Statement": "attached" } }
                },
                "Named": { "Type": "AWS::IAM::ManagedPolicy", "Properties": { "PolicyDocument": { "Statement": "named" } } },
                "Other": {
                  "Type": "AWS::IAM::Policy",
                  "Properties": { "PolicyName": "o", "Roles": ["other"], "PolicyDocument": { "Statement": "other" } }
                }
              }
            }
            """);

        var role = aws.Roles.FindRole("arn:aws:iam::123456789012:role/r");

        Assert.Equal("trust", role!.TrustPolicy["Statement"]!.ToString());
        Assert.Contains("arn:aws:iam::aws:policy/AwsOwn", role.ManagedPolicyArns);
        Assert.Equal(
            ["attached", "inline", "named"],
            aws.Roles.PoliciesOf(role.Arn).Select(policy => policy["Statement"]!.ToString()).Order());
    }

    [Fact]
    public async Task A_Deleted_Policy_No_Longer_Counts()
    {
        await using var aws = await Stacks.StartAsync();
        var role = Resource("AWS::IAM::Role", """{ "RoleName": "r", "AssumeRolePolicyDocument": {} }""");
        var policy = Resource("AWS::IAM::Policy", """{ "PolicyName": "p", "Roles": [{ "Ref": "Role" }], "PolicyDocument": {} }""");
        await aws.CreateAsync(Template(("Role", role), ("Policy", policy)));

        await aws.UpdateAsync(Template(("Role", role)));

        Assert.Empty(aws.Roles.PoliciesOf("arn:aws:iam::123456789012:role/r"));
    }

    [Fact]
    public async Task A_Bucket_That_Is_Not_Empty_Cannot_Be_Deleted()
    {
        await using var aws = await Stacks.StartAsync();
        await aws.CreateAsync(Template(("Bucket", Resource("AWS::S3::Bucket", """{ "BucketName": "full" }"""))));
        aws.Buckets.Write("full", "key", stream => stream.WriteByte(1));

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteFailed, stack!.Status);
        Assert.Contains(
            "DELETE_FAILED: The bucket you tried to delete is not empty (Service: S3, Status Code: 409)", History(stack, "Bucket"));
    }

    [Fact]
    public async Task Auto_Delete_Objects_Empties_The_Bucket_First()
    {
        await using var aws = await Stacks.StartAsync();
        var bucket = Resource("AWS::S3::Bucket", """{ "BucketName": "full" }""");
        var emptying = Resource("Custom::S3AutoDeleteObjects", """{ "ServiceToken": "node", "BucketName": { "Ref": "Bucket" } }""");
        await aws.CreateAsync(Template(("Bucket", bucket), ("Emptying", emptying)));
        aws.Buckets.Write("full", "key", stream => stream.WriteByte(1));

        var stack = await aws.DeleteAsync();

        Assert.Equal(StackStatus.DeleteComplete, stack!.Status);
        Assert.False(aws.Buckets.Exists("full"));
    }

    [Fact]
    public async Task A_Failed_Replacement_Leaves_The_Old_Resource_In_Force()
    {
        await using var aws = await Stacks.StartAsync();
        static string WithRole(string name, string value) => Template(
            ("Role", Resource("AWS::IAM::Role", $$"""{ "RoleName": "{{name}}", "AssumeRolePolicyDocument": {} }""")),
            ("Name", Resource("AWS::SSM::Parameter", $$"""{ "Value": { "Fn::Sub": "${Role} {{value}}" } }""")));
        await aws.CreateAsync(WithRole("one", "a"));
        aws.Failures["Name"] = new() { Operations = FailingOperations.Update };

        var stack = await aws.UpdateAsync(WithRole("two", "b"));

        Assert.Equal("one", stack.Resources["Role"].Current.PhysicalId);
        Assert.NotNull(aws.Roles.FindRole("arn:aws:iam::123456789012:role/one"));
        Assert.Null(aws.Roles.FindRole("arn:aws:iam::123456789012:role/two"));
    }

    [Fact]
    public async Task A_Folder_Asset_Is_Published_As_A_Zip_File()
    {
        await using var aws = await Stacks.StartAsync();
        var folder = Directory.CreateTempSubdirectory("asset-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Provider.dll"), "code");

        AssetPublisher.Publish(
            new() { StackName = "s", ArtifactId = "s", TemplateBody = "{}", Assets = [new FileAsset(folder, "assets", "bundle.zip")] },
            aws.Buckets);

        using var zip = System.IO.Compression.ZipFile.OpenRead(aws.Buckets.PathOf("assets", "bundle.zip"));
        Assert.Equal("Provider.dll", Assert.Single(zip.Entries).FullName);
        Directory.Delete(folder, recursive: true);
    }

    private static void PublishBundle(Stacks aws)
    {
        aws.Buckets.Create("assets");
        aws.Buckets.Write("assets", "bundle.zip", stream => stream.WriteByte(0));
    }

    private static JsonObject Function(string runtime) => Resource("AWS::Lambda::Function", $$"""
        {
          "FunctionName": "provider",
          "Runtime": "{{runtime}}",
          "Handler": "Provider",
          "Role": "{{RoleArn}}",
          "Timeout": 90,
          "MemorySize": 256,
          "Code": { "S3Bucket": "assets", "S3Key": "bundle.zip" },
          "Environment": { "Variables": { "ONE": 1 } }
        }
        """);
}
