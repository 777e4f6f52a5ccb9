using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// Which events of CloudFormation count on a job, as its tags tell. The event that started it is one. Each further event that was answered
/// with it (L9a, L11) is noted in a tag of its own, and so is each Delete for an id that is not the job's own (L12): so no two processes
/// write the same tag, and an event that is delivered twice counts once.
/// </summary>
/// <param name="Adoptions">The events that were answered with the job and did not start it.</param>
/// <param name="Releases">The ids that were deleted, in short.</param>
internal sealed record Claims(IReadOnlyList<EventMark> Adoptions, IReadOnlySet<string> Releases)
{
    private const string AdoptionPrefix = ReservedTags.Prefix + "adopted:";
    private const string ReleasePrefix = ReservedTags.Prefix + "released:";
    private const string NextPrefix = ReservedTags.Prefix + "next:";
    private const string DeletedKey = ReservedTags.Prefix + "deleted";

    /// <summary>What there is when tags tell of nothing.</summary>
    public static readonly Claims None = new([], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The Updates that were to start a job in this one's place, as far as they did not start nothing.</summary>
    public IReadOnlyList<EventMark> Next { get; private init; } = [];

    /// <summary>The last Delete for the job itself.</summary>
    public EventMark? Deleted { get; private init; }

    /// <summary>The explicit names of jobs that Updates were to start in this one's place.</summary>
    public IReadOnlyList<string> NextNames { get; private init; } = [];

    /// <summary>
    /// The tag for an Update that is about to start a job in this one's place. A Delete, or another Update, may come before that job is
    /// in any list, and does not tell its name.
    /// </summary>
    public static KeyValuePair<string, string> NextTag(EventMark update, string? name) => new(NextPrefix + update, name ?? string.Empty);

    /// <summary>The tag for a Delete of the job itself.</summary>
    public static KeyValuePair<string, string> DeletedTag(EventMark delete) => new(DeletedKey, delete.ToString());

    /// <summary>The tag for an event that is answered with the job.</summary>
    public static string AdoptionKey(EventMark answered) => AdoptionPrefix + answered;

    /// <summary>The tag for an id that is deleted.</summary>
    public static string ReleaseKey(string physicalResourceId) => ReleasePrefix + Short(physicalResourceId);

    /// <summary>Reads a job's tags.</summary>
    public static Claims Read(IReadOnlyDictionary<string, string> tags)
    {
        var adoptions = new List<EventMark>();
        var releases = new HashSet<string>(StringComparer.Ordinal);
        var next = new List<EventMark>();
        var names = new List<string>();
        foreach (var (key, value) in tags)
        {
            if (key.StartsWith(AdoptionPrefix, StringComparison.Ordinal) && EventMark.Read(key.AsSpan(AdoptionPrefix.Length)) is { } mark)
            {
                adoptions.Add(mark);
            }
            else if (key.StartsWith(ReleasePrefix, StringComparison.Ordinal))
            {
                releases.Add(key[ReleasePrefix.Length..]);
            }
            else if (key.StartsWith(NextPrefix, StringComparison.Ordinal) && EventMark.Read(key.AsSpan(NextPrefix.Length)) is { } update)
            {
                next.Add(update);
                if (value.Length > 0)
                {
                    names.Add(value);
                }
            }
        }

        return new Claims(adoptions, releases)
        {
            Next = next,
            Deleted = tags.TryGetValue(DeletedKey, out var deleted) ? EventMark.Read(deleted) : null,
            NextNames = names,
        };
    }

    /// <summary>The Updates, of those that were to start a job in this one's place, of which none among these is.</summary>
    public IReadOnlyList<EventMark> NotSeenIn(IReadOnlyList<OwnedJob> owned) =>
        [.. Next.Where(update => !owned.Any(candidate => candidate.IsStartedFor(update)))];

    /// <summary>Whether CloudFormation was told of the job by an event that it issued later than this one.</summary>
    public bool IsToldAfter(DateTimeOffset? issuedAt) => Adoptions.Any(adoption => adoption.IssuedAt > issuedAt);

    /// <summary>Whether CloudFormation has been told of this job, by an answer to an event, since the other one was started.</summary>
    public bool AreToldSince(OwnedJob other) => Adoptions.Any(adoption => !(other.StartedFor > adoption.IssuedAt));

    /// <summary>
    /// Whether nothing counts on the job any more once this id is deleted. Each claim is given up by one Delete: which one by which is
    /// not to be told, since CloudFormation makes ids up, but their number is.
    /// </summary>
    public bool IsLastRelease(string physicalResourceId)
    {
        var releases = Releases.Count + (Releases.Contains(Short(physicalResourceId)) ? 0 : 1);
        return releases > Adoptions.Count;
    }

    private static string Short(string physicalResourceId) => EventMark.Of(physicalResourceId, null).Request;
}
