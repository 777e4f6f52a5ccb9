namespace BatchResource.Bench.Startup;

/// <summary>What the contenders run under.</summary>
/// <param name="Section">The section of the document that shows it.</param>
/// <param name="Processor">What limits their processor time; nothing when null.</param>
/// <param name="IsEncrypted">Whether Bedrock and the place for CloudFormation's answers speak TLS.</param>
internal sealed record Conditions(string Section, LambdaProcessor? Processor, bool IsEncrypted)
{
    /// <summary>As in an account.</summary>
    public static Conditions AsOnLambda(LambdaProcessor processor) => new("startup", processor, IsEncrypted: true);

    /// <summary>Whole cores and plain HTTP.</summary>
    public static Conditions Bare { get; } = new("startup-bare", Processor: null, IsEncrypted: false);
}
