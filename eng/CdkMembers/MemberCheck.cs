using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace BatchResource.CdkMembers;

/// <summary>
/// Asks the runtime for every type and member that a library refers to. The CDK's versions are compatible for the compiler, not for what
/// was compiled: a parameter that is added, or a wider type of a property, is another member, and the app ends where it is first used.
/// </summary>
internal static class MemberCheck
{
    // For what is referred to from within generic code.
    private static readonly Type[] AnyTypes = [typeof(object), typeof(object)];

    public static (int Types, int Members, IReadOnlyList<string> Missing) Run(string library, string cdkFolder)
    {
        using var file = new PEReader(File.OpenRead(library));
        var metadata = file.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => MetadataTokens.GetToken(handle)).ToList();
        var members = metadata.MemberReferences
            .Where(handle => !IsOfOwnGeneric(metadata, metadata.GetMemberReference(handle).Parent))
            .Select(handle => MetadataTokens.GetToken(handle))
            .ToList();

        var context = new LibraryContext(Path.GetDirectoryName(Path.GetFullPath(library))!, Path.GetFullPath(cdkFolder));
        try
        {
            var assembly = context.LoadFromAssemblyPath(Path.GetFullPath(library));
            List<string> missing =
            [
                .. types.Concat(members)
                    .Select(token => Refusal(() => assembly.ManifestModule.ResolveMember(token, AnyTypes, AnyTypes)))
                    .OfType<string>(),
                .. Unloadable(assembly),
            ];
            return (types.Count, members.Count, [.. missing.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
        }
        finally
        {
            context.Unload();
        }
    }

    // A generic type of the library's own is not the CDK's, and cannot be made of any type.
    private static bool IsOfOwnGeneric(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind != HandleKind.TypeSpecification)
        {
            return false;
        }

        var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return false;
        }

        // Whether it is a class or a value comes first.
        signature.ReadCompressedInteger();
        return signature.ReadTypeHandle().Kind == HandleKind.TypeDefinition;
    }

    // A type that lacks a member of an interface that has grown does not load.
    private static IEnumerable<string> Unloadable(Assembly assembly)
    {
        try
        {
            _ = assembly.GetTypes();
            return [];
        }
        catch (ReflectionTypeLoadException failed)
        {
            return failed.LoaderExceptions.OfType<Exception>().Select(exception => exception.Message);
        }
    }

    private static string? Refusal(Action resolve)
    {
        try
        {
            resolve();
            return null;
        }
        catch (Exception refused) when (refused is MissingMemberException or TypeLoadException or FileNotFoundException)
        {
            return $"{refused.GetType().Name}: {refused.Message}";
        }
    }
}
