using Amazon.CDK.AWS.S3.Assets;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Checks local records and uploads them as an asset.</summary>
internal static class AssetInput
{
    // A role that the app creates keeps its policy across updates, and serves the old job until that job has ended. So it must read every
    // version of the input. Other kinds of assets share the bucket and have other endings.
    private const string EveryVersion = $"*{FileSource.Extension}";

    /// <summary>The source at a path. The path need not exist yet.</summary>
    public static RecordSource SourceAt(string path) => Directory.Exists(path) ? FolderSource.Of(path) : new SingleFileSource(path);

    public static BoundInput Of(
        Construct scope, RecordSource source, RecordRange range, BatchInferenceRecordLimits limits, RecordRules rules)
    {
        if (source.Absence is { } absence)
        {
            throw new ArgumentException($"{scope.Node.Path}: {absence}", nameof(source));
        }

        var checker = new RecordChecker(rules, limits);
        var asset = source is SingleFileSource && range.IsAll ? Upload(scope, source, checker) : Make(scope, source, range, checker);
        IEnumerable<string> problems = source is SingleFileSource && !FileSource.IsJsonl(source.Name)
            ? [$"{source.Name} must end in {FileSource.Extension}", .. checker.Errors(source.Name)]
            : checker.Errors(source.Name);
        return new(asset.Bucket, asset.S3ObjectKey, asset.S3ObjectKey, asset.S3ObjectUrl, null)
        {
            ReadableKeysOfEveryVersion = EveryVersion,
            IsContentAddressed = true,
            Problems = [.. problems.Select(problem => $"Input {problem}")],
            Warnings = [.. source.LeftOut, .. checker.Warnings(source.Name).Select(warning => $"Input {warning}")],
        };
    }

    private static Asset Upload(Construct scope, RecordSource source, RecordChecker checker)
    {
        source.Read(RecordRange.All, checker, copy: null);
        return new Asset(scope, "Input", new AssetProps { Path = source.Name });
    }

    // The CDK would upload a folder as a zip file, which Bedrock does not read. The file that was made for the upload is not needed once
    // the CDK has its own copy. It makes one unless the app forbids it.
    private static Asset Make(Construct scope, RecordSource source, RecordRange range, RecordChecker checker)
    {
        var path = new AssemblyFolder(scope).Put(FileSource.Extension, file => source.Read(range, checker, file));
        var asset = new Asset(scope, "Input", new AssetProps { Path = path });
        if (!Path.IsPathRooted(asset.AssetPath))
        {
            File.Delete(path);
        }

        return asset;
    }
}
