using System.Xml.Linq;
using BatchResource.Local.Ground.Wire;

namespace BatchResource.Local.Front.CloudFormation;

/// <summary>
/// Hands long lists out in pages. A token names the last item of the page before it, so that nothing comes twice when a list grows.
/// </summary>
internal static class Page
{
    private const int Size = 100;

    /// <summary>A page as the content of a result.</summary>
    /// <param name="call">The call, with or without a token.</param>
    /// <param name="list">The name of the list.</param>
    /// <param name="items">All items in their order.</param>
    /// <param name="id">What names an item.</param>
    /// <param name="member">Writes an item.</param>
    public static XElement?[] Of<T>(QueryCall call, string list, IEnumerable<T> items, Func<T, string> id, Func<T, XElement?[]> member)
    {
        var all = items.ToList();
        var start = 0;
        if (call.Parameters["NextToken"] is { } token)
        {
            var last = all.FindIndex(item => id(item) == token);
            start = last >= 0 ? last + 1 : throw QueryCall.Validation("Invalid NextToken");
        }

        var page = all.Skip(start).Take(Size).ToList();
        return
        [
            new(list, page.Select(item => new XElement("member", member(item)))),
            XmlBody.Optional("NextToken", start + page.Count < all.Count ? id(page[^1]) : null),
        ];
    }
}
