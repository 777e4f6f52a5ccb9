namespace BatchResource.Local.Assemblies;

/// <summary>A file or folder of a cloud assembly, and where its template expects it.</summary>
/// <param name="Path">The file, or the folder that stands for a zip file of its contents.</param>
/// <param name="Bucket">The bucket, placeholders resolved.</param>
/// <param name="Key">The object's key.</param>
internal sealed record FileAsset(string Path, string Bucket, string Key);
