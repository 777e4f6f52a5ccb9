using System.Globalization;
using System.Text.Json.Nodes;

namespace BatchResource.Contract.Tests;

/// <summary>What a definition says, apart from the way in which it is spelt.</summary>
internal sealed record Meaning(
    string? JobName,
    string Role,
    string Model,
    string Input,
    string? InputOwner,
    string Output,
    string? OutputOwner,
    string? OutputKey,
    string Subnets,
    string SecurityGroups,
    int Timeout,
    string InvocationType,
    string? Revision)
{
    // Ids and ARNs of one model.
    private static readonly Dictionary<string, string[]> SpellingsOfModels = new(StringComparer.Ordinal)
    {
        ["foundation model"] =
            ["amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-micro-v1:0"],
        ["inference profile"] =
            ["us.amazon.nova-micro-v1:0", "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-micro-v1:0"],
        ["application profile"] =
            ["a1b2c3d4e5f6", "arn:aws:bedrock:us-east-1:123456789012:application-inference-profile/a1b2c3d4e5f6"],
        ["custom model"] =
            ["arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan-text-lite-v1:0/abcdefghijkl"],
        ["another custom model"] =
            ["arn:aws:bedrock:us-east-1:123456789012:custom-model/amazon.titan-text-lite-v1:0/mnopqrstuvwx"],
    };

    /// <summary>Every value is one of a few, so that two meanings are often nearly the same.</summary>
    public static Meaning Random(Random random) => new(
        One(random, null, "a", "b"),
        One(random, "arn:aws:iam::123456789012:role/one", "arn:aws:iam::123456789012:role/two")!,
        One(random, [.. SpellingsOfModels.Keys])!,
        One(random, "s3://bucket/in", "s3://bucket/in/", "s3://bucket")!,
        One(random, null, "123456789012", "210987654321"),
        One(random, "s3://bucket/out", "s3://bucket", "s3://bucket/Out")!,
        One(random, null, "123456789012"),
        One(random, null, "alias/key", "alias/Key"),
        One(random, string.Empty, "subnet-1", "subnet-1,subnet-2", "subnet-1,subnet-2,subnet-3")!,
        One(random, "sg-1", "sg-2", "sg-1,sg-2")!,
        random.Next(3) switch { 0 => 24, 1 => 25, _ => 168 },
        One(random, "InvokeModel", "Converse")!,
        One(random, null, string.Empty, "1", "\u00e9"));

    /// <summary>The same but for one or a few values.</summary>
    public Meaning Changed(Random random)
    {
        var other = Random(random);
        var changed = this;
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            changed = random.Next(13) switch
            {
                0 => changed with { JobName = other.JobName },
                1 => changed with { Role = other.Role },
                2 => changed with { Model = other.Model },
                3 => changed with { Input = other.Input },
                4 => changed with { InputOwner = other.InputOwner },
                5 => changed with { Output = other.Output },
                6 => changed with { OutputOwner = other.OutputOwner },
                7 => changed with { OutputKey = other.OutputKey },
                8 => changed with { Subnets = other.Subnets },
                9 => changed with { SecurityGroups = other.SecurityGroups },
                10 => changed with { Timeout = other.Timeout },
                11 => changed with { InvocationType = other.InvocationType },
                _ => changed with { Revision = other.Revision },
            };
        }

        return changed;
    }

    /// <summary>Properties that say this in a form of chance: defaults spelt out or not, ids or ARNs, numbers or strings.</summary>
    public JsonObject Spelt(Random random)
    {
        var properties = new JsonObject
        {
            ["RoleArn"] = Role,
            ["ModelId"] = One(random, SpellingsOfModels[Model]),
            ["InputDataConfig"] = new JsonObject { ["S3InputDataConfig"] = Shuffled(random, SpeltInput(random)) },
            ["OutputDataConfig"] = new JsonObject { ["S3OutputDataConfig"] = Shuffled(random, SpeltOutput(random)) },
        };
        Add(properties, "JobName", JobName);
        Add(properties, "Revision", Revision);
        var timeout = One<JsonNode>(random, Timeout, Timeout.ToString(CultureInfo.InvariantCulture));
        Add(properties, "TimeoutDurationInHours", timeout, Timeout == 24, random);
        Add(properties, "ModelInvocationType", InvocationType, InvocationType == "InvokeModel", random);
        if (Subnets.Length > 0)
        {
            properties["VpcConfig"] = new JsonObject
            {
                ["SubnetIds"] = SpeltSet(Subnets, random), ["SecurityGroupIds"] = SpeltSet(SecurityGroups, random),
            };
        }

        // No part of what the job is.
        Add(properties, "ServiceToken", $"token-{random.Next()}", isOptional: true, random);
        Add(properties, "ServiceTimeout", random.Next(1, 3600), isOptional: true, random);
        Add(properties, "WaitFor", One(random, "Submitted", "Validated"), isOptional: true, random);
        Add(properties, "Tags", new JsonArray(new JsonObject { ["Key"] = "k", ["Value"] = $"{random.Next()}" }), isOptional: true, random);
        return Shuffled(random, properties);
    }

    /// <summary>Without a VPC there are no security groups to tell apart.</summary>
    public bool MeansTheSameAs(Meaning other) =>
        this == other || (Subnets.Length == 0 && this == other with { SecurityGroups = SecurityGroups });

    private JsonObject SpeltInput(Random random)
    {
        var input = new JsonObject { ["S3Uri"] = Input };
        Add(input, "S3InputFormat", "JSONL", isOptional: true, random);
        Add(input, "S3BucketOwner", InputOwner);
        return input;
    }

    private JsonObject SpeltOutput(Random random)
    {
        var output = new JsonObject { ["S3Uri"] = Output + One(random, string.Empty, "/") };
        Add(output, "S3BucketOwner", OutputOwner);
        Add(output, "S3EncryptionKeyId", OutputKey);
        return output;
    }

    private static JsonArray SpeltSet(string set, Random random)
    {
        var ids = set.Split(',');
        random.Shuffle(ids);
        return new JsonArray([.. ids.Concat(ids.Take(random.Next(2))).Select(id => JsonValue.Create(id))]);
    }

    private static JsonObject Shuffled(Random random, JsonObject members)
    {
        var list = members.ToArray();
        members.Clear();
        random.Shuffle(list);
        return new JsonObject(list);
    }

    private static void Add(JsonObject members, string name, JsonNode? value, bool isOptional, Random random)
    {
        if (!isOptional || random.Next(2) == 0)
        {
            members[name] = value;
        }
    }

    private static void Add(JsonObject members, string name, string? value)
    {
        if (value is not null)
        {
            members[name] = value;
        }
    }

    private static T? One<T>(Random random, params T?[] values) => values[random.Next(values.Length)];
}
