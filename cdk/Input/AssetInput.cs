using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.CDK.AWS.S3.Assets;
using Constructs;

namespace BatchResource.Cdk.Internal;

/// <summary>Checks local records and uploads them as an asset.</summary>
internal static class AssetInput
{
    private const string Extension = ".jsonl";

    // One file's key would do for this job. But an update changes the policy before it stops the old job, and a rollback may return to
    // that one: every version of the input stays readable. Other kinds of asset share the bucket and do not.
    private const string ReadableKeys = $"*{Extension}";

    private static readonly JsonSerializerOptions RecordFormat = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static BoundInput OfPath(Construct scope, string path, BatchInferenceRecordLimits limits)
    {
        if (Directory.Exists(path))
        {
            return OfFolder(scope, path, limits);
        }

        if (!File.Exists(path))
        {
            throw new ArgumentException(
                $"{scope.Node.Path}: Input must be a {Extension} file or a folder of them, but there is no {path}", nameof(path));
        }

        var checker = new RecordChecker(limits);
        CheckFile(checker, path);
        var problems = checker.Problems(path);
        return Bind(scope, path, IsJsonl(path) ? problems : [$"{path} must end in {Extension}", .. problems]);
    }

    public static BoundInput OfRecords(Construct scope, IEnumerable<BatchInferenceRecord> records, BatchInferenceRecordLimits limits)
    {
        const string Name = "FromRecords";
        var path = new AssemblyFolder(scope).Put(Extension, file => Write(records, file));
        var checker = new RecordChecker(limits);
        using (var file = File.OpenRead(path))
        {
            checker.Check(Name, file);
        }

        return BindMade(scope, path, checker.Problems(Name));
    }

    // The CDK would upload a folder as a zip file, which Bedrock does not read.
    private static BoundInput OfFolder(Construct scope, string folder, BatchInferenceRecordLimits limits)
    {
        var files = Directory.GetFiles(folder, $"*{Extension}", SearchOption.AllDirectories).Where(IsJsonl).ToArray();
        if (files.Length == 0)
        {
            throw new ArgumentException(
                $"{scope.Node.Path}: Input must have {Extension} files, but there is none in {folder}", nameof(folder));
        }

        // In one order on every system, as the order is part of the content.
        Array.Sort([.. files.Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))], files, StringComparer.Ordinal);
        var checker = new RecordChecker(limits);
        var path = new AssemblyFolder(scope).Put(Extension, combined =>
        {
            foreach (var file in files)
            {
                CheckFile(checker, file, combined);
            }
        });
        return BindMade(scope, path, checker.Problems(folder));
    }

    private static void CheckFile(RecordChecker checker, string path, Stream? copy = null)
    {
        using var file = File.OpenRead(path);
        checker.Check(path, file, copy);
    }

    private static void Write(IEnumerable<BatchInferenceRecord> records, Stream file)
    {
        foreach (var record in records)
        {
            using (var json = new Utf8JsonWriter(file, new JsonWriterOptions { Encoder = RecordFormat.Encoder }))
            {
                json.WriteStartObject();
                if (record.RecordId is not null)
                {
                    json.WriteString("recordId", record.RecordId);
                }

                json.WritePropertyName("modelInput");
                JsonSerializer.Serialize(json, record.ModelInput, RecordFormat);
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    private static bool IsJsonl(string path) => path.EndsWith(Extension, StringComparison.Ordinal);

    private static BoundInput Bind(Construct scope, string path, IReadOnlyList<string> problems) =>
        Bind(new Asset(scope, "Input", new AssetProps { Path = path }), problems);

    // What was only made to be uploaded is not needed once the CDK has its own copy, which it makes unless the app forbids it.
    private static BoundInput BindMade(Construct scope, string path, IReadOnlyList<string> problems)
    {
        var asset = new Asset(scope, "Input", new AssetProps { Path = path });
        if (!Path.IsPathRooted(asset.AssetPath))
        {
            File.Delete(path);
        }

        return Bind(asset, problems);
    }

    private static BoundInput Bind(Asset asset, IReadOnlyList<string> problems) =>
        new(asset.Bucket, asset.S3ObjectKey, ReadableKeys, asset.S3ObjectUrl, null)
        {
            IsContentAddressed = true,
            Problems = [.. problems.Select(problem => $"Input {problem}")],
        };
}
