using BatchResource.Contract;

namespace BatchResource.Cdk;

/// <summary>
/// Where a cross-Region inference profile sends its requests. It is the first part of the profile's id. See
/// <see href="https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html">Supported Regions and models for
/// inference profiles</see>.
/// </summary>
public sealed class InferenceProfileGeography
{
    private InferenceProfileGeography(Geography geography) => Prefix = geography.Prefix;

    /// <summary>The United States: <c>us.</c></summary>
    public static InferenceProfileGeography US { get; } = new(Geography.US);

    /// <summary>The European Union, the United Kingdom and Switzerland: <c>eu.</c></summary>
    public static InferenceProfileGeography EU { get; } = new(Geography.EU);

    /// <summary>Asia Pacific, and the United Arab Emirates: <c>apac.</c></summary>
    public static InferenceProfileGeography Apac { get; } = new(Geography.Apac);

    /// <summary>Australia: <c>au.</c></summary>
    public static InferenceProfileGeography Australia { get; } = new(Geography.Australia);

    /// <summary>Japan: <c>jp.</c></summary>
    public static InferenceProfileGeography Japan { get; } = new(Geography.Japan);

    /// <summary>Canada: <c>ca.</c></summary>
    public static InferenceProfileGeography Canada { get; } = new(Geography.Canada);

    /// <summary>AWS GovCloud (US): <c>us-gov.</c></summary>
    public static InferenceProfileGeography GovCloud { get; } = new(Geography.GovCloud);

    /// <summary>Every commercial Region: <c>global.</c></summary>
    public static InferenceProfileGeography Global { get; } = new(Geography.Global);

    /// <summary>The first part of the profile's id, without the dot.</summary>
    public string Prefix { get; }
}
