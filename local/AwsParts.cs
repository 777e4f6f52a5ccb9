using BatchResource.Local.Bedrock.Api;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Events;
using BatchResource.Local.Front.S3;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.Lambda;
using BatchResource.Local.S3;
using BatchResource.Local.Ssm;

namespace BatchResource.Local;

/// <summary>What the services behind the endpoint work with.</summary>
internal sealed record AwsParts(
    Account Account,
    TimeProvider Clock,
    CredentialStore Credentials,
    IamRegistry Roles,
    IAuthorizer Authorizer,
    BucketFolder Buckets,
    MultipartUploads Uploads,
    BedrockControlPlane Bedrock,
    StackEngine Stacks,
    ParameterStore Parameters,
    EventBus Events,
    LambdaHost Lambda);
