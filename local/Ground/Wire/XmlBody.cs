using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;

namespace BatchResource.Local.Ground.Wire;

/// <summary>Writes and reads the XML of AWS's Query and REST protocols.</summary>
internal static class XmlBody
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        Async = true,
        CheckCharacters = false,
    };

    /// <summary>Sends an element, put into a namespace with everything in it.</summary>
    public static async Task WriteAsync(HttpContext http, int statusCode, XNamespace xmlns, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
            element.Name = xmlns + element.Name.LocalName;
        using var buffer = new MemoryStream();
        await using (var writer = XmlWriter.Create(buffer, Settings))
            await root.SaveAsync(writer, http.RequestAborted);
        http.Response.StatusCode = statusCode;
        http.Response.ContentType = "text/xml";
        http.Response.ContentLength = buffer.Length;
        if (HttpMethods.IsHead(http.Request.Method))
            return;
        buffer.Position = 0;
        await buffer.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    /// <summary>Reads a body, whatever its namespace; null when it is no XML.</summary>
    public static XElement? Parse(byte[] body)
    {
        try
        {
            using var stream = new MemoryStream(body);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader);
            foreach (var element in root.DescendantsAndSelf())
                element.Name = element.Name.LocalName;
            return root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>An element for a value that may be absent: null when it is.</summary>
    public static XElement? Optional(string name, object? value) => value is null or "" ? null : new XElement(name, value);
}
