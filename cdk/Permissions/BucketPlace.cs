using Amazon.CDK;
using Amazon.CDK.AWS.S3;

namespace BatchResource.Cdk.Internal;

/// <summary>The place of a bucket, as far as the CDK knows it, seen from a job's stack.</summary>
/// <param name="Owner">The account that owns it, if that is not the stack's account or was given; otherwise null.</param>
/// <param name="Problems">Why the job cannot use it.</param>
internal sealed record BucketPlace(string? Owner, IReadOnlyList<string> Problems)
{
    public static BucketPlace Of(Stack stack, IBucket bucket, string? givenOwner, string property)
    {
        var (facts, arns) = (BucketFacts.Of(bucket), Arns.Of(stack));
        return new BucketPlace(
            givenOwner ?? (IsElsewhere(facts.Account, arns.Account) ? facts.Account : null),
            IsElsewhere(facts.Region, arns.Region) && !Tokens.IsIn(arns.Region)
                ? [$"{property} must be a bucket in the job's Region {arns.Region}, got one in {facts.Region}"]
                : []);
    }

    // A stack without an environment can be deployed anywhere. The CDK shows an unknown account or Region as a token, or by a special name.
    private static bool IsElsewhere(string place, string ofStack) =>
        !Tokens.IsIn(place) && !place.StartsWith("unknown-", StringComparison.Ordinal)
        && !string.Equals(place, ofStack, StringComparison.Ordinal);
}
