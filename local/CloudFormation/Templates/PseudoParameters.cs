namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>The names that CloudFormation defines in every template.</summary>
internal static class PseudoParameters
{
    public const string AccountId = "AWS::AccountId";
    public const string NoValue = "AWS::NoValue";
    public const string NotificationArns = "AWS::NotificationARNs";
    public const string Partition = "AWS::Partition";
    public const string Region = "AWS::Region";
    public const string StackId = "AWS::StackId";
    public const string StackName = "AWS::StackName";
    public const string UrlSuffix = "AWS::URLSuffix";

    public static IReadOnlySet<string> All { get; } = new HashSet<string>
    {
        AccountId, NoValue, NotificationArns, Partition, Region, StackId, StackName, UrlSuffix,
    };
}
