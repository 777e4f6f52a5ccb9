namespace BatchResource.Local.Bedrock;

/// <summary>How List may combine filters and pages.</summary>
public enum ListPaging
{
    /// <summary>Every page but the last is full.</summary>
    FilterThenPage,

    /// <summary>A page may hold fewer jobs than asked for, or none, and still be followed by others.</summary>
    PageThenFilter,
}
