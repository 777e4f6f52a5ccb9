using System.Reflection;

namespace BatchResource.Shims.Tests.RealPackages;

/// <summary>Everything about a member that a caller's compiler looks at, as a line of text.</summary>
internal static class MemberSignature
{
    /// <summary>The signature; null for a member that others cannot use, and for one that is part of another.</summary>
    public static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => IsUsable(constructor) ? $"{Access(constructor)}new{Parameters(constructor)}" : null,
        MethodInfo { IsSpecialName: true } accessor when accessor.Name[..3] is "get" or "set" or "add" or "rem" => null,
        MethodInfo method => IsUsable(method)
            ? $"{Access(method)}{method.ReturnType} {method.Name}{TypeParameters(method.GetGenericArguments())}{Parameters(method)}"
            : null,
        PropertyInfo property => Accessors(property) is { Length: > 0 } accessors
            ? $"{property.PropertyType} {property.Name} {{ {accessors}}}"
            : null,
        FieldInfo field => field.IsPublic || field.IsFamily
            ? $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{field.FieldType} {field.Name}"
            : null,
        _ => null,
    };

    /// <summary>What can be done with the type.</summary>
    public static string OfType(Type type)
    {
        var kind = type.IsInterface ? "interface" : type.IsEnum ? "enum" : type.IsValueType ? "struct" : "class";
        var form = (type.IsAbstract ? "abstract " : "") + (type.IsSealed ? "sealed " : "");
        var faces = type.GetInterfaces().Where(face => face.IsVisible).Select(face => face.ToString()).Order(StringComparer.Ordinal);
        return $"{form}{kind}{TypeParameters(type.GetGenericArguments())} : {string.Join(", ", faces.Prepend($"{type.BaseType}"))}";
    }

    private static bool IsUsable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract " : "");

    private static string Accessors(PropertyInfo property)
    {
        var accessors = new[] { (property.GetMethod, "get"), (property.SetMethod, "set") };
        return string.Concat(accessors
            .Where(accessor => accessor.Item1 is { } method && IsUsable(method))
            .Select(accessor => $"{Access(accessor.Item1!)}{accessor.Item2}; "));
    }

    private static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(Parameter))})";

    private static string Parameter(ParameterInfo parameter)
    {
        var attributes = parameter.GetCustomAttributesData().Select(attribute => attribute.AttributeType.Name);
        var form = attributes.Contains(nameof(ParamArrayAttribute)) ? "params " : "";
        var value = parameter.HasDefaultValue ? $" = {parameter.RawDefaultValue ?? "default"}" : "";
        return $"{form}{parameter.ParameterType} {parameter.Name}{value}";
    }

    private static string TypeParameters(Type[] parameters) => parameters.Length == 0
        ? ""
        : $"<{string.Join(", ", parameters.Select(parameter => $"{parameter}{Constraints(parameter)}"))}>";

    private static string Constraints(Type parameter)
    {
        var constraints = parameter.GetGenericParameterConstraints().Select(constraint => constraint.ToString());
        if (parameter.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint))
            constraints = constraints.Append("new()");
        return string.Concat(constraints.Select(constraint => $" : {constraint}"));
    }
}
