using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>The XML documentation of the construct library, as Markdown.</summary>
internal sealed partial class XmlDocumentation
{
    private readonly Dictionary<string, XElement> members;

    public XmlDocumentation()
    {
        var file = XDocument.Load(Path.ChangeExtension(typeof(BatchInferenceJob).Assembly.Location, "xml"));
        members = file.Descendants("member").ToDictionary(member => member.Attribute("name")!.Value, StringComparer.Ordinal);
    }

    /// <summary>The summary of a type.</summary>
    public string SummaryOf(Type type) => Part($"T:{type.FullName}", "summary");

    /// <summary>The summary of a property; what it inherits from an interface where it has none of its own.</summary>
    public string SummaryOf(PropertyInfo property) => AndWhatItInheritsFrom(property.DeclaringType!)
        .Select(type => Part($"P:{type.FullName}.{property.Name}", "summary"))
        .FirstOrDefault(summary => summary.Length > 0, string.Empty);

    /// <summary>The summary of a value of an enumeration, or of a constant.</summary>
    public string SummaryOf(FieldInfo field) => Part($"F:{field.DeclaringType!.FullName}.{field.Name}", "summary");

    /// <summary>The summary of a method, and what it throws.</summary>
    public string SummaryOf(MethodInfo method)
    {
        var id = IdOf(method);
        var summary = Part(id, "summary");
        var throws = members.GetValueOrDefault(id)?.Elements("exception").Select(exception =>
            $"Throws `{Name(exception.Attribute("cref")!.Value)}`: {Markdown(exception)}") ?? [];
        return string.Join(" ", [summary, .. throws]);
    }

    /// <summary>What a parameter is.</summary>
    public string ParameterOf(MethodInfo method, string name) => members.GetValueOrDefault(IdOf(method))?.Elements("param")
        .FirstOrDefault(element => element.Attribute("name")!.Value == name) is { } found ? Markdown(found) : string.Empty;

    private static IEnumerable<Type> AndWhatItInheritsFrom(Type type)
    {
        for (var own = type; own is not null; own = own.BaseType)
        {
            yield return own;
        }

        foreach (var contract in type.GetInterfaces())
        {
            yield return contract;
        }
    }

    private string Part(string id, string part) => members.GetValueOrDefault(id)?.Element(part) is { } element
        ? Markdown(element)
        : string.Empty;

    private static string IdOf(MethodInfo method)
    {
        var parameters = method.GetParameters();
        var id = $"M:{method.DeclaringType!.FullName}.{method.Name}";
        return parameters.Length == 0 ? id : $"{id}({string.Join(',', parameters.Select(parameter => TypeId(parameter.ParameterType)))})";
    }

    private static string TypeId(Type type)
    {
        if (type.IsArray)
        {
            return $"{TypeId(type.GetElementType()!)}[]";
        }

        if (!type.IsGenericType)
        {
            return type.FullName!.Replace('+', '.');
        }

        var definition = type.GetGenericTypeDefinition().FullName!;
        return $"{definition[..definition.IndexOf('`', StringComparison.Ordinal)]}{{{string.Join(',', type.GetGenericArguments().Select(TypeId))}}}";
    }

    private static string Markdown(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            text.Append(node switch
            {
                XText words => words.Value,
                XElement { Name.LocalName: "see" or "seealso" } see => See(see),
                XElement { Name.LocalName: "c" or "code" or "paramref" } code => $"`{code.Attribute("name")?.Value ?? code.Value}`",
                XElement other => Markdown(other),
                _ => string.Empty,
            });
        }

        return Spaces().Replace(text.ToString(), " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string See(XElement see)
    {
        if (see.Attribute("href")?.Value is { } href)
        {
            return $"[{(see.Value.Length > 0 ? see.Value.Trim() : href)}]({href})";
        }

        return see.Value.Length > 0 ? see.Value : $"`{Name(see.Attribute("cref")?.Value ?? see.Attribute("langword")!.Value)}`";
    }

    /// <summary>
    /// <c>P:BatchResource.Cdk.BatchInferenceJobProps.Tags</c> is <c>Tags</c>, and a method or constant has its type before it.
    /// </summary>
    private static string Name(string reference)
    {
        var kind = reference.Length > 2 && reference[1] == ':' ? reference[0] : 'T';
        var name = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var parameters = name.IndexOf('(', StringComparison.Ordinal);
        var parts = (parameters < 0 ? name : name[..parameters]).Split('.');
        return kind == 'T' || parts.Length < 2 ? parts[^1] : kind == 'P' && parts[^2].EndsWith("Props", StringComparison.Ordinal)
            ? parts[^1]
            : $"{parts[^2]}.{parts[^1]}";
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
