using BatchResource.Contract;

namespace BatchResource.Provider.Jobs;

/// <summary>
/// The events of CloudFormation that count on a job, as its tags say. One is the event that started it. Each further event that was
/// answered with the job (L9a, L11) has a tag of its own. So has each Delete for an id that is not the job's own (L12). So no two processes
/// write the same tag, and an event that is delivered twice counts once.
/// </summary>
/// <param name="Adoptions">The events that were answered with the job but did not start it.</param>
/// <param name="Releases">The deleted ids, in short form.</param>
internal sealed record Claims(IReadOnlyList<EventMark> Adoptions, IReadOnlySet<string> Releases)
{
    private const string AdoptionPrefix = ReservedTags.Prefix + "adopted:";
    private const string ReleasePrefix = ReservedTags.Prefix + "released:";
    private const string NextPrefix = ReservedTags.Prefix + "next:";
    private const string DeletedKey = ReservedTags.Prefix + "deleted";
    private const string ReplacedKey = ReservedTags.Prefix + "replaced";

    /// <summary>The claims without any tag.</summary>
    public static readonly Claims None = new([], new HashSet<string>(StringComparer.Ordinal));

    /// <summary>The Updates that wanted to replace this job. An Update that started nothing is removed.</summary>
    public IReadOnlyList<EventMark> Next { get; private init; } = [];

    /// <summary>The last Delete for the job itself.</summary>
    public EventMark? Deleted { get; private init; }

    /// <summary>The last Update that went from this job to another that was there already.</summary>
    public EventMark? Replaced { get; private init; }

    /// <summary>The explicit names of the jobs that Updates wanted to start in its place.</summary>
    public IReadOnlyList<string> NextNames { get; private init; } = [];

    /// <summary>
    /// The tag for an Update that is about to start a job in this one's place. A Delete or another Update may come before a list shows that
    /// job, and does not know its name.
    /// </summary>
    public static KeyValuePair<string, string> NextTag(EventMark update, string? name) => new(NextPrefix + update, name ?? string.Empty);

    /// <summary>The tag for a Delete of the job itself.</summary>
    public static KeyValuePair<string, string> DeletedTag(EventMark delete) => new(DeletedKey, delete.ToString());

    /// <summary>The tag for an Update that goes from this job to another that is there already.</summary>
    public static KeyValuePair<string, string> ReplacedTag(EventMark update) => new(ReplacedKey, update.ToString());

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
            Deleted = MarkIn(tags, DeletedKey),
            Replaced = MarkIn(tags, ReplacedKey),
            NextNames = names,
        };
    }

    /// <summary>The Updates that wanted to replace this job and whose jobs are not among these.</summary>
    public IReadOnlyList<EventMark> NotSeenIn(IReadOnlyList<OwnedJob> owned) =>
        [.. Next.Where(update => !owned.Any(candidate => candidate.IsStartedFor(update)))];

    /// <summary>Whether CloudFormation has given up this Update: it has issued a later one, or has deleted the job.</summary>
    public bool AreAfter(EventMark update) => Deleted?.IssuedAt >= update.IssuedAt
        || Replaced?.IssuedAt > update.IssuedAt
        || Next.Any(other => other.IssuedAt > update.IssuedAt);

    /// <summary>Whether CloudFormation was told of the job by an event that it issued after this time.</summary>
    public bool IsToldAfter(DateTimeOffset? issuedAt) => Adoptions.Any(adoption => adoption.IssuedAt > issuedAt);

    /// <summary>Whether an answer told CloudFormation of this job after the other job was started.</summary>
    public bool AreToldSince(OwnedJob other) => Adoptions.Any(adoption => !(other.StartedFor > adoption.IssuedAt));

    /// <summary>
    /// Whether nothing counts on the job any more when this id is deleted. Each Delete gives up one claim. Which one is unknown, because
    /// CloudFormation makes up ids. But the number of claims is known.
    /// </summary>
    public bool IsLastRelease(string physicalResourceId)
    {
        var releases = Releases.Count + (Releases.Contains(Short(physicalResourceId)) ? 0 : 1);
        return releases > Adoptions.Count;
    }

    private static EventMark? MarkIn(IReadOnlyDictionary<string, string> tags, string key) =>
        tags.TryGetValue(key, out var mark) ? EventMark.Read(mark) : null;

    private static string Short(string physicalResourceId) => EventMark.Of(physicalResourceId, null).Request;
}
