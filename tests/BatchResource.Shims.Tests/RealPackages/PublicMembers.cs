using System.Reflection;

namespace BatchResource.Shims.Tests.RealPackages;

/// <summary>What an assembly lets others use: its types by name, and of each its base and its members, overloads in one group.</summary>
internal sealed class PublicMembers
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private PublicMembers(Assembly assembly) => Types = assembly.GetTypes()
        .Where(type => type.IsVisible)
        .ToDictionary(type => type.FullName!, MembersOf, StringComparer.Ordinal);

    /// <summary>By a type's name its groups of members, by a group's name the signatures.</summary>
    public IReadOnlyDictionary<string, ILookup<string, string>> Types { get; }

    /// <summary>Reads an assembly without loading it; what it refers to is looked for beside the others.</summary>
    public static PublicMembers Read(string assembly, IEnumerable<string> others)
    {
        using var context = new MetadataLoadContext(new PathAssemblyResolver([assembly, .. others]));
        return new PublicMembers(context.LoadFromAssemblyPath(assembly));
    }

    private static ILookup<string, string> MembersOf(Type type) => type.GetMembers(Declared)
        .Select(member => (Group: member.Name, Signature: MemberSignature.Of(member)))
        .Where(member => member.Signature is not null)
        .Append((Group: "the type itself", Signature: MemberSignature.OfType(type)))
        .ToLookup(member => member.Group, member => member.Signature!, StringComparer.Ordinal);
}
