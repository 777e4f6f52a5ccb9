namespace BatchResource.Cdk;

/// <summary>
/// Where a cross-Region inference profile sends its requests; the first part of its id. See
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">Supported Regions and models for
/// inference profiles</see>.
/// </summary>
public sealed class InferenceProfileGeography
{
    private InferenceProfileGeography(string prefix, string regions)
    {
        Prefix = prefix;
        Regions = regions;
    }

    /// <summary>The United States: <c>us.</c></summary>
    public static InferenceProfileGeography US { get; } = new("us", "us-*");

    /// <summary>The European Union: <c>eu.</c></summary>
    public static InferenceProfileGeography EU { get; } = new("eu", "eu-*");

    /// <summary>Asia Pacific: <c>apac.</c></summary>
    public static InferenceProfileGeography Apac { get; } = new("apac", "ap-*");

    /// <summary>Australia: <c>au.</c></summary>
    public static InferenceProfileGeography Australia { get; } = new("au", "ap-southeast-*");

    /// <summary>Japan: <c>jp.</c></summary>
    public static InferenceProfileGeography Japan { get; } = new("jp", "ap-northeast-*");

    /// <summary>Canada: <c>ca.</c></summary>
    public static InferenceProfileGeography Canada { get; } = new("ca", "ca-*");

    /// <summary>AWS GovCloud (US): <c>us-gov.</c></summary>
    public static InferenceProfileGeography GovCloud { get; } = new("us-gov", "us-gov-*");

    /// <summary>Every commercial Region: <c>global.</c></summary>
    public static InferenceProfileGeography Global { get; } = new("global", "*");

    private static readonly InferenceProfileGeography[] All = [US, EU, Apac, Australia, Japan, Canada, GovCloud, Global];

    /// <summary>The first part of the profile's id, without the dot.</summary>
    public string Prefix { get; }

    /// <summary>The pattern that the names of its Regions match.</summary>
    internal string Regions { get; }

    /// <summary>The geography that a profile's id begins with, or null when it begins with none, as a foundation model's does.</summary>
    internal static InferenceProfileGeography? Of(string profileId) =>
        Array.Find(All, geography => profileId.StartsWith($"{geography.Prefix}.", StringComparison.Ordinal));
}
