namespace BatchResource.Architecture.Tests;

/// <summary>That a namespace knows another, and types that show it.</summary>
internal sealed record Arrow(string From, string To, string Shown)
{
    /// <summary>Both ends, in a form that a list of arrows can hold.</summary>
    public string Ends => $"{From} -> {To}";

    public override string ToString() => $"{Ends}: {Shown}";
}
