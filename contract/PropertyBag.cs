using System.Globalization;
using System.Text.Json;

namespace BatchResource.Contract;

/// <summary>
/// One JSON object of the properties. Code asks for its members by name, in any case. It reports members that are missing, malformed or
/// given twice. A member that no code asked for is unknown.
/// </summary>
internal sealed class PropertyBag
{
    private const string TokenReason = "is not a property: the provider sets it from CloudFormation's request";

    private readonly ReaderContext context;
    private readonly string path;
    private readonly Dictionary<string, JsonElement> members = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> known = [];

    public PropertyBag(JsonElement element, string path, ReaderContext context)
    {
        this.context = context;
        this.path = path;
        foreach (var member in element.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name)
            {
                context.Report(PathOf("?"), "must have a name that is valid Unicode text", member.Value);
            }
            else if (!members.TryAdd(name, member.Value))
            {
                context.Report(
                    PathOf(JsonText.Cut(name)), "must be given only once; names that differ only in case are the same", member.Value);
            }
        }
    }

    /// <summary>A member that other code reads.</summary>
    public void Skip(string name) => Find(name);

    public string? Text(string name, TextRule rule, bool isRequired = false)
    {
        if (Find(name) is { } value)
        {
            return Scalar(value, PathOf(name), rule);
        }

        ReportIfRequired(name, isRequired, rule.Allowed);
        return null;
    }

    public int? Integer(string name, int minimum, int maximum)
    {
        var rule = new TextRule(text => TryParse(text, out _), $"must be a whole number, {minimum}-{maximum}");
        if (Text(name, rule) is not { } text)
        {
            return null;
        }

        if (TryParse(text, out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        context.Report(PathOf(name), $"must be {minimum}-{maximum}", members[name]);
        return null;
    }

    public PropertyBag? Object(string name, bool isRequired = false)
    {
        var value = Find(name);
        if (value is not { } found)
        {
            ReportIfRequired(name, isRequired, "must be an object");
            return null;
        }

        if (found.ValueKind == JsonValueKind.Object)
        {
            return new PropertyBag(found, PathOf(name), context);
        }

        if (!context.IsUnresolved(found))
        {
            context.Report(PathOf(name), "must be an object", found);
        }

        return null;
    }

    /// <summary>The elements of a list, or null if it is absent, malformed or not known yet.</summary>
    public IReadOnlyList<JsonElement>? List(string name, int minimum, int maximum, bool isRequired = false)
    {
        var allowed = minimum == 0 ? $"must be a list of at most {maximum} elements" : $"must be a list of {minimum}-{maximum} elements";
        if (Find(name) is not { } value)
        {
            ReportIfRequired(name, isRequired, allowed);
            return null;
        }

        if (context.IsUnresolved(value))
        {
            return null;
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            context.Report(PathOf(name), allowed, value);
            return null;
        }

        JsonElement[] elements = [.. value.EnumerateArray()];

        // A list that is not known yet may have any number of elements.
        var isOpen = Array.Exists(elements, context.IsUnresolved);
        if (!isOpen && (elements.Length < minimum || elements.Length > maximum))
        {
            context.Report(PathOf(name), allowed, $"{elements.Length} elements");
            return null;
        }

        return elements;
    }

    public IReadOnlyList<string> Texts(string name, TextRule rule, int minimum, int maximum)
    {
        var elements = List(name, minimum, maximum, isRequired: true) ?? [];
        var texts = new List<string>(elements.Count);
        for (var index = 0; index < elements.Count; index++)
        {
            if (Scalar(elements[index], $"{PathOf(name)}[{index}]", rule) is { } text)
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Reports every member that no code asked for.</summary>
    public void ReportUnknown()
    {
        // One text for all of them, because there may be very many.
        string? allowedHere = null;
        foreach (var (name, value) in members)
        {
            if (!known.Exists(other => string.Equals(other, name, StringComparison.OrdinalIgnoreCase)))
            {
                allowedHere ??= $"is not a property; allowed here: {string.Join(", ", known)}";
                context.Report(PathOf(JsonText.Cut(name)), IsToken(name) ? TokenReason : allowedHere, value);
            }
        }
    }

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static bool IsToken(string name) => string.Equals(name, "ClientRequestToken", StringComparison.OrdinalIgnoreCase);

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private JsonElement? Find(string name)
    {
        known.Add(name);
        return members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private void ReportIfRequired(string name, bool isRequired, string allowed)
    {
        if (isRequired)
        {
            context.Report(PathOf(name), $"is required and {allowed}");
        }
    }

    private string? Scalar(JsonElement value, string valuePath, TextRule rule)
    {
        if (context.IsUnresolved(value))
        {
            return null;
        }

        var text = value.ValueKind switch
        {
            JsonValueKind.String => JsonText.Of(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        if (text is not null && rule.IsAllowed(text))
        {
            return text;
        }

        context.Report(valuePath, rule.Allowed, value);
        return null;
    }
}
