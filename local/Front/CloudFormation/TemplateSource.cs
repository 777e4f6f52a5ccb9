using System.Text;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground.RestJson;
using BatchResource.Local.Ground.Wire;
using BatchResource.Local.S3;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>Where a call takes its template from: the call itself, an object in a bucket, or the stack as it is.</summary>
internal sealed class TemplateSource(BucketFolder buckets)
{
    /// <summary>What a call may hold; longer templates come from a bucket.</summary>
    private const int MaximumBody = 51_200;

    /// <summary>The template.</summary>
    /// <param name="parameters">The call's parameters.</param>
    /// <param name="stack">The stack that <c>UsePreviousTemplate</c> is about, or null.</param>
    /// <exception cref="ServiceException">There is none, or more than one.</exception>
    public string Read(QueryParameters parameters, StackState? stack = null)
    {
        var (body, url) = (parameters["TemplateBody"], parameters["TemplateURL"]);
        var keepsTemplate = parameters.Flag("UsePreviousTemplate");
        if (keepsTemplate && stack is not null && body is null && url is null)
            return stack.TemplateBody;
        if (keepsTemplate && (body is not null || url is not null))
            throw QueryCall.Validation("You cannot specify both usePreviousTemplate and Template Body/Template URL.");
        return (body, url) switch
        {
            (not null, null) when Encoding.UTF8.GetByteCount(body) > MaximumBody => throw QueryCall.Validation(
                "1 validation error detected: Value at 'templateBody' failed to satisfy constraint: "
                + $"Member must have length less than or equal to {MaximumBody}"),
            (not null, null) => body,
            (null, not null) => Fetch(url),
            _ => throw QueryCall.Validation("Either Template URL or Template Body must be specified."),
        };
    }

    private string Fetch(string url)
    {
        if (S3Location.Find(url) is not { } location)
            throw QueryCall.Validation($"TemplateURL must be a supported URL, got \"{url}\"");
        if (!BucketFolder.IsName(location.Bucket) || !buckets.Exists(location.Bucket))
            throw QueryCall.Validation($"S3 error: The specified bucket does not exist: {location.Bucket}");
        using var content = buckets.OpenRead(location.Bucket, location.Key)
            ?? throw QueryCall.Validation($"S3 error: The specified key does not exist: {location}");
        using var reader = new StreamReader(content, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
