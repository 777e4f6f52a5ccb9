using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace BatchResource.Cdk.Tests.Docs;

/// <summary>Tables of the public members of a type, from its XML documentation.</summary>
internal sealed class ApiTables(XmlDocumentation documentation)
{
    private const BindingFlags Instance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;
    private const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(double)] = "double", [typeof(object)] = "object", [typeof(void)] = "void", [typeof(decimal)] = "decimal",
    };

    /// <summary>What <c>Type.Kind</c> between two marks stands for.</summary>
    public string Render(Type type, string kind) => kind switch
    {
        "arguments" => Rows("| Argument | Type | |\n|---|---|---|", Settable(type).Select(property =>
            $"| `{property.Name}`{(IsRequired(property) ? " (required)" : string.Empty)} | `{NameOf(property)}` | {documentation.SummaryOf(property)} |")),
        "attributes" => Rows("| Attribute | Type | |\n|---|---|---|", Readable(type).Select(property =>
            $"| `{property.Name}` | `{NameOf(property)}` | {documentation.SummaryOf(property)} |")),
        "values" => Rows("| Value | |\n|---|---|", type.GetProperties(Static).Where(property => property.PropertyType == type).Select(property =>
            $"| `{type.Name}.{property.Name}` | {documentation.SummaryOf(property)} |").Concat(type.GetFields(Static).Select(field =>
            $"| `{type.Name}.{field.Name}` | {documentation.SummaryOf(field)} |"))),
        "factories" => Methods(type, Static),
        "methods" => Methods(type, Instance),
        "summary" => $"{documentation.SummaryOf(type)}\n",
        _ => throw new ArgumentException($"there is no table of {kind}", nameof(kind)),
    };

    private static string Rows(string head, IEnumerable<string> rows) => $"{head}\n{string.Join('\n', rows)}\n";

    private static IEnumerable<PropertyInfo> Settable(Type type) => type.GetProperties(Instance).Where(property => property.SetMethod?.IsPublic == true);

    private static IEnumerable<PropertyInfo> Readable(Type type) =>
        type.GetProperties(Instance).Where(property => property.SetMethod?.IsPublic != true && property.GetIndexParameters().Length == 0);

    private static bool IsRequired(PropertyInfo property) => property.IsDefined(typeof(RequiredMemberAttribute));

    private string Methods(Type type, BindingFlags flags)
    {
        var text = new StringBuilder();
        foreach (var method in type.GetMethods(flags).Where(method => !method.IsSpecialName && !IsOfRecordsAndObjects(method)))
        {
            var parameters = method.GetParameters().Select(parameter =>
                $"{(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : string.Empty)}{NameOf(parameter)} {parameter.Name}"
                + (parameter.HasDefaultValue ? $" = {Literal(parameter.DefaultValue)}" : string.Empty));
            text.Append(CultureInfo.InvariantCulture, $"- `{NameOf(method.ReturnParameter)} {method.Name}({string.Join(", ", parameters)})`: ");
            text.Append(documentation.SummaryOf(method)).Append('\n');
            foreach (var parameter in method.GetParameters())
            {
                if (documentation.ParameterOf(method, parameter.Name!) is { Length: > 0 } words)
                {
                    text.Append(CultureInfo.InvariantCulture, $"  - `{parameter.Name}`: {words}\n");
                }
            }
        }

        return text.ToString();
    }

    private static bool IsOfRecordsAndObjects(MethodInfo method) =>
        method.IsDefined(typeof(CompilerGeneratedAttribute))
        || method.Name is "ToString" or "Equals" or "GetHashCode" or "Deconstruct" || method.Name.Contains('<', StringComparison.Ordinal);

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string NameOf(PropertyInfo property) =>
        NameOf(property.PropertyType) + (Nullability.Create(property).ReadState == NullabilityState.Nullable && !IsNullable(property.PropertyType) ? "?" : string.Empty);

    private static string NameOf(ParameterInfo parameter) =>
        NameOf(parameter.ParameterType)
        + (Nullability.Create(parameter).ReadState == NullabilityState.Nullable && !IsNullable(parameter.ParameterType) ? "?" : string.Empty);

    private static bool IsNullable(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static string NameOf(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return $"{NameOf(value)}?";
        }

        if (type.IsArray)
        {
            return $"{NameOf(type.GetElementType()!)}[]";
        }

        return type.IsGenericType
            ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : type.Name;
    }
}
