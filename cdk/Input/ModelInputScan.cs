using System.Text;
using System.Text.Json;
using BatchResource.Contract;

namespace BatchResource.Cdk.Internal;

/// <summary>
/// Checks the request body of a record: text that no model accepts, media, and the members that the model's family requires or forbids.
/// </summary>
internal sealed class ModelInputScan
{
    private const int LongestValue = 40;

    // In a record, modelInput's own members are on level 2.
    private const int MemberLevel = 2;

    private readonly MessageScan messages = new();
    private readonly RecordRules rules;
    private readonly FamilyCheck? family;
    private readonly MemberValue[] values;

    public ModelInputScan(RecordRules rules)
    {
        this.rules = rules;
        family = rules.Family is { } known ? new FamilyCheck(known) : null;
        values = new MemberValue[family?.Names.Length ?? 0];
    }

    /// <summary>Reads the reader's current object to its end.</summary>
    public void Scan(ref Utf8JsonReader json, ReadOnlySpan<byte> line, List<RecordProblem> problems)
    {
        Array.Clear(values);
        messages.Reset();
        var (member, isUnlikely, isMedia) = (-1, false, false);
        long broken = -1, deep = -1, media = -1;
        while (json.Read() && json.CurrentDepth >= MemberLevel)
        {
            broken = broken < 0 && IsBroken(json) ? json.TokenStartIndex : broken;
            messages.Take(json);
            if (json.TokenType is JsonTokenType.PropertyName)
            {
                media = media < 0 && isMedia && (json.ValueTextEquals("uri"u8) || json.ValueTextEquals("bucketOwner"u8))
                    ? json.TokenStartIndex
                    : media;
                isMedia = json.ValueTextEquals("s3Location"u8);
                if (json.CurrentDepth == MemberLevel)
                {
                    member = IndexOf(json);
                    messages.IsWithin = json.ValueTextEquals("messages"u8);
                    isUnlikely |= json.ValueSpan is [>= (byte)'A' and <= (byte)'Z', ..];
                }

                continue;
            }

            isMedia &= json.TokenType == JsonTokenType.StartObject;
            deep = deep < 0 && IsTooDeep(json) ? json.TokenStartIndex : deep;
            if (member >= 0)
            {
                values[member] = ValueOf(json, family!.HasValues[member]);
                member = -1;
            }
        }

        Report(line, problems, (broken, deep, media), isUnlikely);
    }

    private void Report(
        ReadOnlySpan<byte> line, List<RecordProblem> problems, (long Broken, long Deep, long Media) at, bool isUnlikely)
    {
        Place(line, problems, at.Broken, RecordScanner.BrokenText);
        Place(line, problems, at.Deep, $"is nested deeper than {Limits.RecordDepth} levels");
        if (rules.SkipsModelInput)
        {
            return;
        }

        Place(
            line,
            problems,
            at.Media,
            "names media in S3. Bedrock reads media only from the job's input folder, and an uploaded file is not a folder: "
            + "put the .jsonl file beside the media in a bucket, and use "
            + $"{nameof(BatchInferenceInput)}.{nameof(BatchInferenceInput.FromBucket)}(bucket, \"folder/\")");
        if (family is null)
        {
            if (isUnlikely)
            {
                const string Unlikely =
                    "has members of modelInput that begin with a capital letter, which no Bedrock model knows: name them as in JSON";
                problems.Add(new(Unlikely) { IsWarning = true });
            }

            return;
        }

        if (rules.Family!.HasContentBlocks)
        {
            var problem = $"must be an array of blocks ([{{\"text\": ...}}]) for {rules.Family.Name}, got a string";
            Place(line, problems, messages.TextContent, problem);
        }

        if (rules.Family.HasMessages)
        {
            Place(line, problems, messages.Incomplete, "must be an object with role and content, in this spelling");
        }

        family.Check(values, line, problems);
    }

    // The places differ from line to line. The problem is the same.
    private static void Place(ReadOnlySpan<byte> line, List<RecordProblem> problems, long at, string problem)
    {
        if (at >= 0)
        {
            problems.Add(new($"{JsonPath.At(line, at)} {problem}") { Kind = problem });
        }
    }

    // The reader counts the levels around a token.
    private static bool IsTooDeep(in Utf8JsonReader json) =>
        json.CurrentDepth >= Limits.RecordDepth && json.TokenType is (JsonTokenType.StartObject or JsonTokenType.StartArray);

    private static bool IsBroken(in Utf8JsonReader json) =>
        json.TokenType is JsonTokenType.String or JsonTokenType.PropertyName
        && json.ValueIsEscaped && Surrogates.AreBrokenIn(json.ValueSpan);

    private int IndexOf(in Utf8JsonReader json)
    {
        var names = family?.Names ?? [];
        for (var index = 0; index < names.Length; index++)
        {
            if (json.ValueTextEquals(names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    private static MemberValue ValueOf(in Utf8JsonReader json, bool isWanted)
    {
        var raw = isWanted && json.ValueSpan.Length <= LongestValue ? Encoding.UTF8.GetString(json.ValueSpan) : null;
        return json.TokenType switch
        {
            JsonTokenType.String => new(json.TokenType, json.ValueSpan.IsEmpty, raw),
            JsonTokenType.Number => new(json.TokenType, false, raw),
            JsonTokenType.StartArray or JsonTokenType.StartObject => new(json.TokenType, IsFollowedByEnd(json), null),
            _ => new(json.TokenType, false, null),
        };
    }

    // A copy of the reader. The reader itself does not move.
    private static bool IsFollowedByEnd(Utf8JsonReader json) =>
        json.Read() && json.TokenType is JsonTokenType.EndArray or JsonTokenType.EndObject;
}
