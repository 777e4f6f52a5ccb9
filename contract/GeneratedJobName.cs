using System.Globalization;
using System.Text;

namespace BatchResource.Contract;

/// <summary>
/// The name of a job whose properties have none (L5): a readable prefix, the hashes of owner, definition and request, and the time at which
/// the request was issued. The same event always has the same name. <see cref="OfOwner"/> finds the job again with
/// <see href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListModelInvocationJobs.html">ListModelInvocationJobs</see>.
/// </summary>
internal static class GeneratedJobName
{
    private const int SuffixLength = JobOwner.HashLength + DefinitionHash.Length + EventMark.Length + 3;
    private const int AttemptLength = 2;
    private const int PrefixLength = Limits.JobNameLength - SuffixLength - AttemptLength;

    /// <summary>The name for one attempt of one event.</summary>
    /// <param name="owner">The owner of the job.</param>
    /// <param name="definition">The definition of the job.</param>
    /// <param name="requestId">CloudFormation's RequestId.</param>
    /// <param name="issuedAt">When CloudFormation issued the event, or null if it is not known.</param>
    /// <param name="attempt">1 for the first attempt. After a dead job, the next attempt has the next number, up to 9.</param>
    public static string Create(
        JobOwner owner, DefinitionHash definition, string requestId, DateTimeOffset? issuedAt, int attempt = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(attempt, 9);
        var name = $"{Prefix(owner)}-{owner.Hash}-{definition.Value}-{EventMark.Of(requestId, issuedAt)}";
        return attempt == 1 ? name : $"{name}-{attempt.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The text that the names of all jobs of this owner contain.</summary>
    public static string OfOwner(JobOwner owner) => $"{owner.Hash}-";

    /// <summary>The job's identity in its name; null if the name was not generated for this owner.</summary>
    public static JobIdentity? Read(string name, JobOwner owner)
    {
        var ownersPart = $"-{OfOwner(owner)}";
        var start = name.IndexOf(ownersPart, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        var rest = name.AsSpan(start + ownersPart.Length);
        if (rest.Length < DefinitionHash.Length + 1 + EventMark.Length || rest[DefinitionHash.Length] != '-')
        {
            return null;
        }

        var mark = EventMark.Read(rest.Slice(DefinitionHash.Length + 1, EventMark.Length))!;
        return new JobIdentity(new DefinitionHash(rest[..DefinitionHash.Length].ToString()), mark.IssuedAt)
        {
            Event = mark,
            Attempt = rest[(DefinitionHash.Length + 1 + EventMark.Length)..] is ['-', >= '1' and <= '9' and var digit] ? digit - '0' : 1,
        };
    }

    private static string Prefix(JobOwner owner)
    {
        var logicalId = Readable(owner.LogicalResourceId);
        var stackName = Readable(owner.StackName);

        // Both stay readable: the stack's name is cut first, but to no less than half of the room.
        var room = PrefixLength - 1;
        var stackLength = Math.Min(stackName.Length, Math.Max(room / 2, room - logicalId.Length));
        var logicalLength = Math.Min(logicalId.Length, room - stackLength);
        return $"{stackName[..stackLength].TrimEnd('-')}-{logicalId[..logicalLength].TrimEnd('-')}";
    }

    private static string Readable(string text)
    {
        var readable = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsAsciiLetterOrDigit(character) || (character == '-' && readable.Length > 0))
            {
                readable.Append(character);
            }
        }

        return readable.Length == 0 ? "job" : readable.ToString();
    }
}
