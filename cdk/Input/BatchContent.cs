using System.Text.Json.Nodes;

namespace BatchResource.Cdk;

/// <summary>A part of a <see cref="BatchMessage"/>: a text or an image. A string is a text.</summary>
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
    /// <param name="image">The image's bytes. A record has at most 25,000,000 bytes, in base64.</param>
    /// <param name="format">Its format.</param>
    public static BatchContent Image(ReadOnlySpan<byte> image, BatchImageFormat format) => new(Convert.ToBase64String(image), format);

    /// <summary>As Claude reads it.</summary>
    internal JsonObject ForAnthropic() => imageFormat is { } format
        ? new JsonObject
        {
            ["type"] = "image",
            ["source"] = new JsonObject { ["type"] = "base64", ["media_type"] = $"image/{NameOf(format)}", ["data"] = text },
        }
        : new JsonObject { ["type"] = "text", ["text"] = text };

    /// <summary>As Converse and Nova read it.</summary>
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
