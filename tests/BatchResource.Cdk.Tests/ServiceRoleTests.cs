using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.IAM;
using Amazon.CDK.AWS.KMS;
using Amazon.CDK.AWS.S3;
using BatchResource.Cdk.Tests.Support;

namespace BatchResource.Cdk.Tests;

[Trait("rule", "L16")]
public sealed class ServiceRoleTests
{
    private const string ServiceRole = "JobServiceRole";
    private const string AllJobs = "arn:${AWS::Partition}:bedrock:${AWS::Region}:${AWS::AccountId}:model-invocation-job/*";

    [Fact]
    public void Only_Batch_Jobs_Of_This_Account_And_Region_May_Assume_The_Role()
    {
        using var app = new TestApp();
        app.Job();

        var role = app.Synth().Named("AWS::IAM::Role", ServiceRole);

        var statement = Assert.Single(role["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]!.AsArray());
        Assert.Equal(
            "{Action: sts:AssumeRole, Condition: {StringEquals: {aws:SourceAccount: ${AWS::AccountId}}, ArnEquals: {aws:SourceArn: "
            + $"{AllJobs}}}}}, Effect: Allow, Principal: {{Service: bedrock.amazonaws.com}}}}",
            Text.Of(statement));
    }

    [Fact]
    public void The_Role_May_Do_Nothing_But_Read_The_Input_Write_The_Output_And_Invoke_The_Model()
    {
        using var app = new TestApp();
        app.Job();

        const string InAccount = "Condition: {StringEquals: {aws:ResourceAccount: ${AWS::AccountId}}}, Effect: Allow";
        Assert.Equal(
            [
                "{Action: bedrock:InvokeModel, Effect: Allow, "
                + "Resource: arn:${AWS::Partition}:bedrock:${AWS::Region}::foundation-model/amazon.nova-micro-v1:0}",
                $"{{Action: s3:GetObject, {InAccount}, Resource: arn:${{AWS::Partition}}:s3:::records/in/prompts.jsonl}}",
                $"{{Action: [s3:GetObject, s3:PutObject], {InAccount}, Resource: arn:${{AWS::Partition}}:s3:::results/out/*}}",
                $"{{Action: s3:ListBucket, {InAccount}, Resource: arn:${{AWS::Partition}}:s3:::records}}",
                $"{{Action: s3:ListBucket, {InAccount}, Resource: arn:${{AWS::Partition}}:s3:::results}}",
            ],
            app.Synth().Statements(ServiceRole).Select(statement => Text.Of(statement)));
    }

    [Fact]
    [Trait("rule", "L11")]
    public void A_Job_That_Needs_Other_Permissions_Gets_Another_Role()
    {
        var role = RoleOf(props => props);

        Assert.Equal(role, RoleOf(props => props with { Revision = "2" }));
        Assert.NotEqual(role, RoleOf(props => props with { Model = BatchInferenceModel.FromFoundationModel("amazon.nova-lite-v1:0") }));

        static string RoleOf(Func<BatchInferenceJobProps, BatchInferenceJobProps> change)
        {
            using var app = new TestApp();
            app.Job(change: change);
            return app.Synth().OfType("AWS::IAM::Role").Single(role => role.Key.StartsWith(ServiceRole, StringComparison.Ordinal)).Key;
        }
    }

    [Fact]
    public void Keys_May_Be_Used_Through_S3_Only()
    {
        using var app = new TestApp();
        var bucket = new Bucket(app.Stack, "Records", new BucketProps { EncryptionKey = new Key(app.Stack, "InputKey") });
        app.Job(change: props => props with
        {
            Input = BatchInferenceInput.FromBucket(bucket, "in/"),
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", new Key(app.Stack, "OutputKey")),
        });

        var template = app.Synth();

        const string ViaS3 = "Condition: {StringEquals: {kms:ViaService: s3.${AWS::Region}.${AWS::URLSuffix}}}, Effect: Allow";
        var inputKey = Assert.Single(template.OfType("AWS::KMS::Key").Keys, id => id.StartsWith("InputKey", StringComparison.Ordinal));
        var outputKey = Assert.Single(template.OfType("AWS::KMS::Key").Keys, id => id.StartsWith("OutputKey", StringComparison.Ordinal));
        Assert.Equal(
            [
                $"{{Action: kms:Decrypt, {ViaS3}, Resource: ${{{inputKey}.Arn}}}}",
                $"{{Action: [kms:Decrypt, kms:GenerateDataKey], {ViaS3}, Resource: ${{{outputKey}.Arn}}}}",
            ],
            StatementsAbout("kms:", template));
        Assert.Equal($"${{{outputKey}.Arn}}", Text.Of(template.Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3EncryptionKeyId"]));
    }

    [Fact]
    public void The_Key_Of_The_Results_Bucket_May_Be_Used_Without_Being_Named_To_Bedrock()
    {
        using var app = new TestApp();
        var bucket = new Bucket(app.Stack, "Results", new BucketProps { EncryptionKey = new Key(app.Stack, "BucketKey") });
        app.Job(change: props => props with { Output = BatchInferenceOutput.ToBucket(bucket) });

        var template = app.Synth();

        Assert.StartsWith("${BucketKey", Assert.Single(template.Allowed("kms:GenerateDataKey", ServiceRole)), StringComparison.Ordinal);
        Assert.Null(template.Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3EncryptionKeyId"]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_Key_By_Its_Alias_Is_Allowed_By_That_Alias(bool byName)
    {
        using var app = new TestApp();
        IKey alias = byName
            ? Alias.FromAliasName(app.Stack, "Alias", "alias/results")
            : Key.FromKeyArn(app.Stack, "Alias", "arn:aws:kms:us-east-1:111122223333:alias/results");
        app.Job(change: props => props with { Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", alias) });

        var template = app.Synth();

        var statement = template.Statement("kms:GenerateDataKey", ServiceRole);
        Assert.Equal("arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/*", Text.Of(statement["Resource"]));
        Assert.Equal("{kms:ResourceAliases: alias/results}", Text.Of(statement["Condition"]!["ForAnyValue:StringEquals"]));
        Assert.EndsWith(
            ":alias/results",
            Text.Of(template.Job["OutputDataConfig"]!["S3OutputDataConfig"]!["S3EncryptionKeyId"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void In_A_Vpc_The_Role_Manages_The_Interfaces_Of_Batch_Jobs_In_The_Given_Subnets()
    {
        using var app = new TestApp();
        app.Job(change: props => props with
        {
            VpcSubnets = new SubnetSelection { Subnets = [Subnet.FromSubnetId(app.Stack, "Subnet", "subnet-1")] },
            SecurityGroups = [SecurityGroup.FromSecurityGroupId(app.Stack, "Group", "sg-1")],
        });

        var template = app.Synth();

        const string Ec2 = "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}";
        Assert.Equal("{SubnetIds: [subnet-1], SecurityGroupIds: [sg-1]}", Text.Of(template.Job["VpcConfig"]));
        Assert.Equal(
            [
                "{Action: [ec2:DescribeDhcpOptions, ec2:DescribeNetworkInterfaces, ec2:DescribeSecurityGroups, ec2:DescribeSubnets, "
                + "ec2:DescribeVpcs], Effect: Allow, Resource: *}",
                "{Action: ec2:CreateNetworkInterface, Condition: {StringEquals: {aws:RequestTag/BedrockManaged: true}, "
                + $"ArnEquals: {{aws:RequestTag/BedrockModelInvocationJobArn: {AllJobs}}}}}, Effect: Allow, "
                + $"Resource: [{Ec2}:network-interface/*, {Ec2}:subnet/subnet-1, {Ec2}:security-group/sg-1]}}",
                "{Action: [ec2:CreateNetworkInterfacePermission, ec2:DeleteNetworkInterface, ec2:DeleteNetworkInterfacePermission], "
                + $"Condition: {{StringEquals: {{ec2:Subnet: [{Ec2}:subnet/subnet-1]}}, "
                + $"ArnEquals: {{ec2:ResourceTag/BedrockModelInvocationJobArn: {AllJobs}}}}}, Effect: Allow, Resource: *}}",
                "{Action: ec2:CreateTags, Condition: {StringEquals: {ec2:CreateAction: CreateNetworkInterface}, "
                + "ForAllValues:StringEquals: {aws:TagKeys: [BedrockManaged, BedrockModelInvocationJobArn]}}, Effect: Allow, "
                + $"Resource: {Ec2}:network-interface/*}}",
            ],
            StatementsAbout("ec2:", template));
    }

    [Fact]
    public void A_Vpc_Stands_For_Its_Private_Subnets_And_The_Job_Waits_For_Their_Ways_Out()
    {
        using var app = new TestApp();
        var vpc = new Vpc(app.Stack, "Vpc", new VpcProps { MaxAzs = 2 });
        var group = new SecurityGroup(app.Stack, "Group", new SecurityGroupProps { Vpc = vpc });
        app.Job(change: props => props with { Vpc = vpc, SecurityGroups = [group] });

        vpc.AddGatewayEndpoint("S3", new GatewayVpcEndpointOptions { Service = GatewayVpcEndpointAwsService.S3 });

        var template = app.Synth();

        var subnets = template.Job["VpcConfig"]!["SubnetIds"]!.AsArray();
        Assert.Equal(2, subnets.Count);
        Assert.All(subnets, subnet => Assert.StartsWith("${VpcPrivateSubnet", Text.Of(subnet), StringComparison.Ordinal));
        string[] ways = ["AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCEndpoint"];
        Assert.Subset(template.DependsOn(template.OfType(Template.JobType).Keys.Single()).Values.ToHashSet(), ways.ToHashSet());
    }

    [Fact]
    public void A_Role_Of_The_App_Is_Given_The_Permissions_And_Nobody_Else_Is()
    {
        using var app = new TestApp();
        var role = new Role(app.Stack, "Mine", new RoleProps { AssumedBy = new ServicePrincipal("bedrock.amazonaws.com") });
        app.Job(change: props => props with { Role = role });

        var template = app.Synth();

        Assert.DoesNotContain(template.OfType("AWS::IAM::Role").Keys, id => id.StartsWith(ServiceRole, StringComparison.Ordinal));
        Assert.Equal(4, template.Statements("Mine").Count);
        Assert.StartsWith("${Mine", Text.Of(template.Job["RoleArn"]), StringComparison.Ordinal);
        var dependencies = template.DependsOn(template.OfType(Template.JobType).Keys.Single());
        Assert.Contains(dependencies.Keys, id => id.StartsWith("MineDefaultPolicy", StringComparison.Ordinal));
        Assert.Equal([Text.Of(template.Job["RoleArn"])], template.Allowed("iam:PassRole", "BatchInferenceProvider"));
    }

    [Fact]
    public void An_Imported_Role_Is_Left_As_It_Is()
    {
        using var app = new TestApp();
        const string Arn = "arn:aws:iam::111122223333:role/theirs";
        app.Job(change: props => props with { Role = Role.FromRoleArn(app.Stack, "Theirs", Arn) });

        var template = app.Synth();

        Assert.Equal(Arn, Text.Of(template.Job["RoleArn"]));
        Assert.All(template.OfType("AWS::IAM::Policy").Values, policy =>
            Assert.StartsWith("${BatchInferenceProvider", Text.Of(policy["Properties"]!["Roles"]![0]), StringComparison.Ordinal));
        Assert.Equal([Arn], template.Allowed("iam:PassRole", "BatchInferenceProvider"));
    }

    [Theory]
    [InlineData("cn-north-1", "aws-cn", "amazonaws.com.cn")]
    [InlineData("us-gov-west-1", "aws-us-gov", "amazonaws.com")]
    public void Every_Arn_Is_Of_The_Partition(string region, string partition, string suffix)
    {
        using var app = new TestApp(
            new Amazon.CDK.Environment { Account = "111122223333", Region = region }, ("@aws-cdk/core:enablePartitionLiterals", true));
        app.Job(change: props => props with
        {
            Output = BatchInferenceOutput.ToBucket(app.Existing("results"), "out", new Key(app.Stack, "Key")),
        });

        var template = app.Synth();

        var arns = template.Statements(ServiceRole).Concat(template.Statements("BatchInferenceProvider"))
            .SelectMany(statement => Template.TextsOf(statement["Resource"]))
            .Where(text => text.StartsWith("arn:", StringComparison.Ordinal)).ToList();
        Assert.True(arns.Count > 8);
        Assert.All(arns, arn => Assert.StartsWith($"arn:{partition}:", arn, StringComparison.Ordinal));
        Assert.Equal(
            $"s3.{region}.{suffix}",
            Text.Of(template.Statement("kms:Decrypt", ServiceRole)["Condition"]!["StringEquals"]!["kms:ViaService"])
                .Replace("${AWS::URLSuffix}", suffix, StringComparison.Ordinal));
    }

    private static IEnumerable<string> StatementsAbout(string service, Template template) => template.Statements(ServiceRole)
        .Select(statement => Text.Of(statement)).Where(text => text.Contains(service, StringComparison.Ordinal));
}
