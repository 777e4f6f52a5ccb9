using System.Text;

namespace BatchResource.Schema;

/// <summary>The job's properties in Python.</summary>
internal static class PythonTypes
{
    public static string Render()
    {
        var text = new StringBuilder("""
            # Written from the contract by `make schema`. Change the contract, not this file.
            """).Append('\n').Append(""""
            """What a batch inference job is, as types for mypy, Pyright and editors."""

            from __future__ import annotations

            from typing import TYPE_CHECKING, Literal, Sequence, TypedDict, Union

            from typing_extensions import NotRequired

            if TYPE_CHECKING:
                from aws_cdk import IResolvable

            """".ReplaceLineEndings("\n"));
        foreach (var type in TypedProperties.Objects())
        {
            text.Append($"\n\nclass {type.Name}(TypedDict):\n    \"\"\"{type.Description}.\"\"\"\n\n");
            text.AppendJoin('\n', type.Members.Select(member =>
                $"    {member.Name}: {(member.IsRequired ? Of(member.Value) : $"NotRequired[{Of(member.Value)}]")}\n"
                + $"    \"\"\"{member.Description}.\"\"\"\n"));
        }

        return text.ToString();
    }

    private static string Of(TypedValue value)
    {
        string[] words = [.. value.Kinds.OfType<TypedKind.Word>().Select(word => $"\"{word.Text}\"")];
        var others = value.Kinds.Where(kind => kind is not TypedKind.Word).Select(Of);
        return words.Length == 0 ? Union([.. others]) : Union([$"Literal[{string.Join(", ", words)}]", .. others]);
    }

    private static string Union(string[] types) => types is [var one] ? one : $"Union[{string.Join(", ", types)}]";

    private static string Of(TypedKind kind) => kind switch
    {
        TypedKind.Token => "IResolvable",
        TypedKind.Scalar { Name: "string" } => "str",
        TypedKind.Scalar { Name: "number" } => "float",
        TypedKind.Scalar { Name: "boolean" } => "bool",
        TypedKind.Named named => named.Name,
        TypedKind.List list => $"Sequence[{Of(list.Items)}]",
        _ => throw new ArgumentException($"{kind} has no type in Python", nameof(kind)),
    };
}
