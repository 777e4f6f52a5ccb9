using System.Buffers;
using System.Text.RegularExpressions;

namespace BatchResource.Contract;

/// <summary>
/// The constraints of the Bedrock service model, each with a sentence that a person understands. The expressions are equivalent to the
/// model's, and a value must match as a whole. Some of the model's own could backtrack without end: here they are rewritten.
/// </summary>
#pragma warning disable MA0009 // No expression here has two ways to match the same text without bound; a test feeds them the worst.
internal static partial class TextRules
{
    private const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private const string JobArnExpression =
        "arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:[0-9]{12}:model-invocation-job/[a-z0-9]{12}";

    private const string RoleArnExpression = "arn:aws(-[^:]+)?:iam::([0-9]{12})?:role/.+";

    private const string ModelIdExpression =
        "(arn:aws(-[^:]+)?:bedrock:[a-z0-9-]{1,20}:("
        + @"[0-9]{12}:custom-model/[a-z0-9-]{1,63}\.[a-z0-9-:]{1,63}/[a-z0-9]{12}"
        + @"|:foundation-model/[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}\.?[a-z0-9-]{1,63}(:[a-z0-9-]{1,63}){0,2}"
        + "|([0-9a-zA-Z][_-]?)+"
        + "|[0-9]{12}:(inference-profile|application-inference-profile)/[a-zA-Z0-9-:.]+)"
        + @"|[a-z0-9-]{1,63}\.[a-z0-9-]{1,63}\.?[a-z0-9-]{1,63}(:[a-z0-9-]{1,63}){0,2}"
        + "|([0-9a-zA-Z][_-]?)+)";

    private const string S3UriExpression =
        "s3://[a-z0-9][-.a-z0-9]{1,61}[a-z0-9](/[-!_*'().a-z0-9A-Z]+(/[-!_*'().a-z0-9A-Z]+)*)?/?";

    private const string KmsKeyIdExpression =
        "(arn:aws(-[^:]+)?:kms:[a-zA-Z0-9-]*:[0-9]{12}:(key/[a-zA-Z0-9-]{36}|alias/[a-zA-Z0-9-_/]+)"
        + "|[a-zA-Z0-9-]{36}|alias/[a-zA-Z0-9-_/]+)";

    private const string TagExpression = @"[a-zA-Z0-9._:/=+@\- \t\n\v\f\r]";

    private static readonly SearchValues<char> JobNameCharacters = SearchValues.Create(LettersAndDigits + "-+.");
    private static readonly SearchValues<char> VpcIdCharacters = SearchValues.Create(LettersAndDigits + "-");
    private static readonly SearchValues<char> TagCharacters = SearchValues.Create(LettersAndDigits + "._:/=+@- \t\n\v\f\r");

    public static readonly TextRule JobName = new(
        value => value.Length is >= 1 and <= Limits.JobNameLength
            && char.IsAsciiLetterOrDigit(value[0]) && Consists(value, JobNameCharacters),
        "must be 1-63 letters, digits, '-', '+' or '.', starting with a letter or digit")
    {
        Expression = @"[a-zA-Z0-9][a-zA-Z0-9+.\-]*",
        ShortestLength = 1,
        LongestLength = Limits.JobNameLength,
    };

    public static readonly TextRule RoleArn = new(
        value => value.Length <= Limits.RoleArnLength && RoleArnPattern().IsMatch(value),
        "must be the ARN of an IAM role (arn:aws:iam::123456789012:role/name)")
    {
        Expression = RoleArnExpression,
        LongestLength = Limits.RoleArnLength,
    };

    public static readonly TextRule ModelId = new(
        value => value.Length is >= 1 and <= Limits.ModelIdLength && ModelIdPattern().IsMatch(value),
        "must be the id or ARN of a foundation model or inference profile, or the ARN of a custom model")
    {
        Expression = ModelIdExpression,
        ShortestLength = 1,
        LongestLength = Limits.ModelIdLength,
    };

    public static readonly TextRule S3Uri = new(
        value => value.Length is >= 1 and <= Limits.S3UriLength && S3UriPattern().IsMatch(value),
        "must be s3://bucket or s3://bucket/key of at most 1024 characters; a key has letters a-z and A-Z, digits and / ! - _ . * ' ( ), "
        + "and no empty segment")
    {
        Expression = S3UriExpression,
        ShortestLength = 1,
        LongestLength = Limits.S3UriLength,
    };

    public static readonly TextRule S3InputFormat = TextRule.OneOf("JSONL");

    public static readonly TextRule AccountId = new(
        value => value.Length == 12 && !value.AsSpan().ContainsAnyExceptInRange('0', '9'),
        "must be the 12 digits of an AWS account")
    {
        Expression = "[0-9]{12}",
    };

    public static readonly TextRule KmsKeyId = new(
        value => value.Length is >= 1 and <= Limits.KmsKeyIdLength && KmsKeyIdPattern().IsMatch(value),
        "must be the id, ARN or alias (alias/name) of a KMS key")
    {
        Expression = KmsKeyIdExpression,
        ShortestLength = 1,
        LongestLength = Limits.KmsKeyIdLength,
    };

    public static readonly TextRule VpcId = new(
        value => value.Length is >= 1 and <= Limits.VpcIdLength && Consists(value, VpcIdCharacters),
        "must be 1-32 letters, digits or '-'")
    {
        Expression = "[a-zA-Z0-9-]+",
        ShortestLength = 1,
        LongestLength = Limits.VpcIdLength,
    };

    public static readonly TextRule ModelInvocationType = TextRule.OneOf("InvokeModel", "Converse");

    public static readonly TextRule WaitFor = TextRule.OneOf(nameof(Contract.WaitFor.Submitted), nameof(Contract.WaitFor.Validated));

    public static readonly TextRule JobArn = new(
        value => value.Length <= Limits.JobArnLength && JobArnPattern().IsMatch(value),
        "must be the ARN of a model invocation job (arn:aws:bedrock:us-east-1:123456789012:model-invocation-job/abcdefghijkl)")
    {
        Expression = JobArnExpression,
        LongestLength = Limits.JobArnLength,
    };

    public static readonly TextRule WaitHandle = new(
        value => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http",
        "must be the URL of a wait condition's handle")
    {
        Expression = "[hH][tT][tT][pP][sS]?://[^ ]+",
    };

    public static readonly TextRule Boolean = TextRule.OneOf("true", "false");

    public static readonly TextRule RecordThreshold = new(
        value => Contract.RecordThreshold.TryParse(value) is not null,
        "must be a number of records (100) or a share of them (99.5%, 0%-100%)")
    {
        Expression = @"[0-9]{1,9}|(100|[0-9]{1,2}(\.[0-9]{1,4})?)%",
    };

    public static readonly TextRule TagKey = new(
        value => value.Length is >= 1 and <= Limits.TagKeyLength && Consists(value, TagCharacters) && !IsReserved(value),
        "must be 1-128 letters, digits, spaces or . _ : / = + @ - and must not begin with 'aws:' or 'batchresource:'")
    {
        Expression = $"(?!([aA][wW][sS]|[bB][aA][tT][cC][hH][rR][eE][sS][oO][uU][rR][cC][eE]):){TagExpression}+",
        ShortestLength = 1,
        LongestLength = Limits.TagKeyLength,
    };

    public static readonly TextRule TagValue = new(
        value => value.Length <= Limits.TagValueLength && Consists(value, TagCharacters),
        "must be at most 256 letters, digits, spaces or . _ : / = + @ -")
    {
        Expression = $"{TagExpression}*",
        LongestLength = Limits.TagValueLength,
    };

    public static readonly TextRule Revision = new(
        value => value.Length <= Limits.RevisionLength,
        "must be a text of at most 256 characters")
    {
        LongestLength = Limits.RevisionLength,
    };

    private static bool IsReserved(string key) =>
        key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase) || ReservedTags.Contains(key);

    // The model writes a name as "[a-zA-Z0-9]{1,63}(-*[a-zA-Z0-9\+\-\.]){0,63}", which takes exponential time on a run of dashes.
    private static bool Consists(string value, SearchValues<char> of) => !value.AsSpan().ContainsAnyExcept(of);

    [GeneratedRegex(@"\A" + JobArnExpression + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex JobArnPattern();

    [GeneratedRegex(@"\A" + RoleArnExpression + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex RoleArnPattern();

    [GeneratedRegex(@"\A" + ModelIdExpression + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ModelIdPattern();

    [GeneratedRegex(@"\A" + S3UriExpression + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex S3UriPattern();

    [GeneratedRegex(@"\A" + KmsKeyIdExpression + @"\z", RegexOptions.ExplicitCapture)]
    private static partial Regex KmsKeyIdPattern();
}
