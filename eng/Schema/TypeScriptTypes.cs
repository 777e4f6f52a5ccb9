using System.Text;

namespace BatchResource.Schema;

/// <summary>The job's properties in TypeScript.</summary>
internal static class TypeScriptTypes
{
    public static string Render()
    {
        var text = new StringBuilder("""
            // Written from the contract by `make schema`. Change the contract, not this file.
            import type { IResolvable } from 'aws-cdk-lib';

            """.ReplaceLineEndings("\n"));
        foreach (var type in TypedProperties.Objects())
        {
            text.Append($"\n/** {type.Description}. */\nexport interface {type.Name} {{\n");
            text.AppendJoin('\n', type.Members.Select(member =>
                $"  /** {member.Description}. */\n  readonly {member.Name}{(member.IsRequired ? string.Empty : "?")}: {Of(member.Value)};\n"));
            text.Append("}\n");
        }

        return text.ToString();
    }

    private static string Of(TypedValue value) => string.Join(" | ", value.Kinds.Select(Of));

    private static string Of(TypedKind kind) => kind switch
    {
        TypedKind.Token => "IResolvable",
        TypedKind.Scalar scalar => scalar.Name,
        TypedKind.Word word => $"'{word.Text}'",
        TypedKind.Named named => named.Name,
        TypedKind.List list => $"({Of(list.Items)})[]",
        _ => throw new ArgumentException($"{kind} has no type in TypeScript", nameof(kind)),
    };
}
