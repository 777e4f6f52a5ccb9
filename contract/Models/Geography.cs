namespace BatchResource.Contract;

/// <summary>The area to which a cross-Region inference profile sends its requests. The first part of the profile's id names it.</summary>
/// <remarks>
/// The Regions are all those to which any profile of the geography routes. They were read on 2026-11-25 from
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">Supported Regions and models for
/// inference profiles</see> and from the list in the CDK's <c>@aws-cdk/aws-bedrock-alpha</c>, which follows that page. Canada's are from
/// Bedrock's description of <c>ca.amazon.nova-lite-v1:0</c>. A profile also routes within the Region of the call, which may be outside of
/// the geography (<c>us.</c> from ca-central-1).
/// </remarks>
/// <param name="Prefix">The first part of the id, without the dot.</param>
/// <param name="Regions">The Regions. Only "*" means every Region.</param>
internal sealed record Geography(string Prefix, IReadOnlyList<string> Regions)
{
    public static readonly Geography US = new("us", ["us-east-1", "us-east-2", "us-west-1", "us-west-2"]);

    public static readonly Geography EU = new(
        "eu",
        [
            "eu-central-1", "eu-central-2", "eu-north-1", "eu-south-1", "eu-south-2", "eu-west-1", "eu-west-2", "eu-west-3",
        ]);

    public static readonly Geography Apac = new(
        "apac",
        [
            "ap-east-2", "ap-northeast-1", "ap-northeast-2", "ap-northeast-3", "ap-south-1", "ap-south-2", "ap-southeast-1",
            "ap-southeast-2", "ap-southeast-3", "ap-southeast-4", "ap-southeast-5", "ap-southeast-7", "me-central-1",
        ]);

    public static readonly Geography Australia = new("au", ["ap-southeast-2", "ap-southeast-4"]);

    public static readonly Geography Japan = new("jp", ["ap-northeast-1", "ap-northeast-3"]);

    public static readonly Geography Canada = new("ca", ["ca-central-1", "ca-west-1"]);

    public static readonly Geography GovCloud = new("us-gov", ["us-gov-east-1", "us-gov-west-1"]);

    public static readonly Geography Global = new("global", ["*"]);

    public static readonly IReadOnlyList<Geography> All = [US, EU, Apac, Australia, Japan, Canada, GovCloud, Global];

    /// <summary>The geography with this prefix, or null if none is known.</summary>
    public static Geography? Of(string prefix)
    {
        foreach (var geography in All)
        {
            if (string.Equals(geography.Prefix, prefix, StringComparison.Ordinal))
            {
                return geography;
            }
        }

        return null;
    }
}
