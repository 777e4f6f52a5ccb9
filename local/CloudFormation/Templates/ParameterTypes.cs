namespace BatchResource.Local.CloudFormation.Templates;

/// <summary>
/// The types that a parameter can have, see
/// <see href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html">the user
/// guide</see>.
/// </summary>
internal static class ParameterTypes
{
    public const string SsmValuePrefix = "AWS::SSM::Parameter::Value<";

    private static readonly HashSet<string> Plain =
        new(["String", "Number", "List<Number>", "CommaDelimitedList", "AWS::SSM::Parameter::Name"], StringComparer.Ordinal);

    private static readonly HashSet<string> OfAws = new(
    [
        "AWS::EC2::AvailabilityZone::Name", "AWS::EC2::Image::Id", "AWS::EC2::Instance::Id", "AWS::EC2::KeyPair::KeyName",
        "AWS::EC2::SecurityGroup::GroupName", "AWS::EC2::SecurityGroup::Id", "AWS::EC2::Subnet::Id", "AWS::EC2::Volume::Id",
        "AWS::EC2::VPC::Id", "AWS::Route53::HostedZone::Id",
    ], StringComparer.Ordinal);

    public static bool IsKnown(string type) =>
        Plain.Contains(type) || IsOfAws(type)
        || (Inner(type, SsmValuePrefix) is { } value && (value is "String" or "List<String>" or "CommaDelimitedList" || IsOfAws(value)));

    private static bool IsOfAws(string type) => OfAws.Contains(Inner(type, "List<") ?? type);

    private static string? Inner(string type, string prefix) =>
        type.StartsWith(prefix, StringComparison.Ordinal) && type.EndsWith('>') ? type[prefix.Length..^1] : null;
}
