using FsCheck;
using FsCheck.Fluent;

namespace BatchResource.Contract.Tests;

/// <summary>Texts at the edge of what is allowed: valid samples, edited a few times.</summary>
internal static class NearValid
{
    // What the patterns speak of, and what is easily taken for it: other cases, other digits, other spaces, a line's end.
    private const string Characters = "abyzABYZ0189-_+.:/=@*!'() \t\n\r\v\f,;%~\0"
        + "\u0085\u00a0\u00e9\u0130\u0131\u0660\u0966\u2028\u212a\uff11\ud83d";

    /// <summary>Samples with up to three edits each.</summary>
    public static Gen<string> Of(params string[] samples) =>
        from sample in Gen.Elements(samples)
        from count in Gen.Choose(0, 3)
        from edits in Edit(samples).ListOf(count)
        select edits.Aggregate(sample, (text, edit) => edit(text));

    private static Gen<Func<string, string>> Edit(string[] samples) =>
        from position in Gen.Choose(0, 10_000)
        from length in Gen.Frequency((6, Gen.Choose(1, 3)), (1, Gen.Choose(4, 40)))
        from character in Gen.Elements(Characters.ToCharArray())
        from other in Gen.Elements(samples)
        from times in Gen.Frequency((6, Gen.Choose(1, 3)), (2, Gen.Choose(4, 70)), (1, Gen.Choose(300, 2100)))
        from edit in Gen.Elements<Func<string, string>>(
            text => text.Insert(At(position, text), new string(character, times)),
            text => text.Remove(At(position, text), Math.Min(length, text.Length - At(position, text))),
            text => text.Length == 0 ? text : Replace(text, Math.Min(At(position, text), text.Length - 1), character),
            text => Repeat(text, At(position, text), length, times),
            text => text[..At(position, text)] + other[At(position, other)..],
            text => text.ToUpperInvariant())
        select edit;

    private static int At(int position, string text) => position % (text.Length + 1);

    private static string Replace(string text, int at, char character) => $"{text[..at]}{character}{text[(at + 1)..]}";

    private static string Repeat(string text, int at, int length, int times)
    {
        var slice = text.Substring(at, Math.Min(length, text.Length - at));
        return text.Insert(at, string.Concat(Enumerable.Repeat(slice, times)));
    }
}
