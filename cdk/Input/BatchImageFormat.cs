namespace BatchResource.Cdk;

/// <summary>The format of an image in a record.</summary>
public enum BatchImageFormat
{
    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>GIF.</summary>
    Gif,

    /// <summary>WebP.</summary>
    Webp,
}
