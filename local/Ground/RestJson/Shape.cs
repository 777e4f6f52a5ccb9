namespace BatchResource.Local.Ground.RestJson;

/// <summary>A type of the service model and what its values must satisfy.</summary>
internal sealed record Shape
{
    private static readonly Dictionary<string, MemberReference> NoMembers = new(StringComparer.Ordinal);

    public required string Type { get; init; }

    /// <summary>The members of a structure, in the model's order.</summary>
    public IReadOnlyDictionary<string, MemberReference> Members
    {
        get;
        // The generated reader passes null for what the model leaves out.
        init => field = value ?? NoMembers;
    } = NoMembers;

    public IReadOnlyList<string> Required { get; init => field = value ?? []; } = [];

    /// <summary>What a list holds.</summary>
    public MemberReference? Member { get; init; }

    /// <summary>The least value of a number, or length of a string or list.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest value of a number, or length of a string or list.</summary>
    public long? Max { get; init; }

    public string? Pattern { get; init; }

    public IReadOnlyList<string>? Enum { get; init; }

    /// <summary>Whether exactly one member must be set.</summary>
    public bool Union { get; init; }

    /// <summary>The HTTP answer, when this is the shape of an error.</summary>
    public ErrorTrait? Error { get; init; }
}

/// <summary>How an error looks over HTTP.</summary>
internal sealed record ErrorTrait(int HttpStatusCode);

/// <summary>A use of a shape, and where in an HTTP request its value stands (in the body when null).</summary>
internal sealed record MemberReference(string Shape, string? Location = null, string? LocationName = null);
