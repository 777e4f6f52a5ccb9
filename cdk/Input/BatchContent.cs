using System.Text.Json.Nodes;

namespace BatchResource.Cdk;

/// <summary>One part of a <see cref="BatchMessage"/>: a text or an image. A string converts to a text.</summary>
public sealed class BatchContent
{
    private readonly string text;
    private readonly BatchImageFormat? imageFormat;

    private BatchContent(string text, BatchImageFormat? imageFormat)
    {
        this.text = text;
        this.imageFormat = imageFormat;
    }

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator BatchContent(string text) => Text(text);

    /// <summary>A text.</summary>
    /// <param name="text">The text.</param>
    public static BatchContent Text(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text, null);
    }

    /// <summary>An image, which becomes part of the record.</summary>
    /// <param name="image">
    /// The bytes of the image. They are written in base64, which takes a third more. A record may have at most 25,000,000 bytes.
    /// </param>
    /// <param name="format">The image's format.</param>
    public static BatchContent Image(ReadOnlySpan<byte> image, BatchImageFormat format) => new(Convert.ToBase64String(image), format);

    /// <summary>The form that Claude reads.</summary>
    internal JsonObject ForAnthropic() => imageFormat is { } format
        ? new JsonObject
        {
            ["type"] = "image",
            ["source"] = new JsonObject { ["type"] = "base64", ["media_type"] = $"image/{NameOf(format)}", ["data"] = text },
        }
        : new JsonObject { ["type"] = "text", ["text"] = text };

    /// <summary>The form that Converse and Nova read.</summary>
    internal JsonObject ForConverse() => imageFormat is { } format
        ? new JsonObject
        {
            ["image"] = new JsonObject { ["format"] = NameOf(format), ["source"] = new JsonObject { ["bytes"] = text } },
        }
        : new JsonObject { ["text"] = text };

    private static string NameOf(BatchImageFormat format) => format switch
    {
        BatchImageFormat.Png => "png",
        BatchImageFormat.Gif => "gif",
        BatchImageFormat.Webp => "webp",
        _ => "jpeg",
    };
}
