using System.Text.Json.Nodes;
using BatchResource.Local.CloudFormation;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Ground;
using BatchResource.Local.Iam;
using BatchResource.Local.ResourceTypes;
using BatchResource.Local.S3;

namespace BatchResource.Local.Tests.CloudFormation;

/// <summary>A local CloudFormation with a fake provider, and the templates that tests deploy to it.</summary>
internal sealed class Stacks : IAsyncDisposable
{
    public const string Provider = "arn:aws:lambda:us-east-1:123456789012:function:Provider";
    public const string MissingProvider = "arn:aws:lambda:us-east-1:123456789012:function:Missing";

    /// <summary>The two seconds after a cancellation pass in two milliseconds.</summary>
    private const double Speed = 1000;

    private readonly string folder;

    private Stacks(LocalCloudFormation service, FakeProvider provider, Dictionary<string, SimulatedFailure> failures, string folder)
    {
        (Service, Lambda, Failures) = (service, provider, failures);
        this.folder = folder;
    }

    public LocalCloudFormation Service { get; }

    public FakeProvider Lambda { get; }

    public Dictionary<string, SimulatedFailure> Failures { get; }

    public required BucketFolder Buckets { get; init; }

    public required IamRegistry Roles { get; init; }

    /// <param name="behavior">The switches.</param>
    /// <param name="providerClock">The clock of the time in which providers must answer; the machine's when absent.</param>
    /// <param name="fault">What goes wrong with the n-th answer.</param>
    /// <param name="observer">Is told of every event.</param>
    /// <param name="simulateUnknown">Whether unknown types do nothing.</param>
    /// <param name="clock">The clock of everything else; a fast one when absent.</param>
    public static async Task<Stacks> StartAsync(
        CloudFormationBehavior? behavior = null, TimeProvider? providerClock = null, Func<int, ResponseFault?>? fault = null,
        Action<StackState, StackEvent>? observer = null, bool simulateUnknown = false, TimeProvider? clock = null)
    {
        var provider = new FakeProvider();
        var failures = new Dictionary<string, SimulatedFailure>();
        var folder = Directory.CreateTempSubdirectory("stacks-tests-").FullName;
        var roles = new IamRegistry();
        var buckets = new BucketFolder(folder);
        var service = await LocalCloudFormation.StartAsync(new()
        {
            Lambda = provider,
            Buckets = buckets,
            Roles = roles,
            Clock = clock ?? new LocalClock(Speed),
            ProviderClock = providerClock ?? TimeProvider.System,
            Behavior = behavior ?? new(),
            Failures = failures,
            ResponseFault = fault,
            Observer = observer,
            SimulateUnknownTypes = simulateUnknown,
        });
        return new(service, provider, failures, folder) { Buckets = buckets, Roles = roles };
    }

    public Task<StackState> CreateAsync(string template, string name = "stack") =>
        Service.Engine.CreateAsync(new(name, template, new Dictionary<string, string>()), CancellationToken.None);

    public async Task<StackState> UpdateAsync(string template, string name = "stack") =>
        await Service.Engine.UpdateAsync(new(name, template, new Dictionary<string, string>()), CancellationToken.None)
        ?? throw new InvalidOperationException("nothing would change");

    /// <summary>Creates a stack that is not rolled back.</summary>
    public Task<StackState> CreateKeptAsync(string template) => Service.Engine.CreateAsync(Kept(template), CancellationToken.None);

    /// <summary>Updates a stack without rollback.</summary>
    public async Task<StackState> UpdateKeptAsync(string template) =>
        await Service.Engine.UpdateAsync(Kept(template), CancellationToken.None) ?? throw new InvalidOperationException("nothing would change");

    public Task<StackState?> DeleteAsync(string name = "stack") => Service.Engine.DeleteAsync(name, CancellationToken.None);

    private static StackRequest Kept(string template) =>
        new("stack", template, new Dictionary<string, string>()) { OnFailure = OnFailure.Keep };

    /// <summary>A template of these resources.</summary>
    public static string Template(params (string LogicalId, JsonObject Declaration)[] resources) => new JsonObject
    {
        ["Resources"] = new JsonObject(resources.Select(resource =>
            KeyValuePair.Create<string, JsonNode?>(resource.LogicalId, resource.Declaration.DeepClone()))),
    }.ToJsonString();

    /// <summary>A custom resource; each member of the JSON text is a property.</summary>
    public static JsonObject Job(string properties = "{}", string provider = Provider)
    {
        var members = JsonNode.Parse(properties)!.AsObject();
        members["ServiceToken"] = provider;
        return new() { ["Type"] = "Custom::Job", ["Properties"] = members };
    }

    /// <summary>A simulated resource.</summary>
    public static JsonObject Parameter(string value = "x") => Resource("AWS::SSM::Parameter", $$"""{ "Type": "String", "Value": "{{value}}" }""");

    public static JsonObject Resource(string type, string properties) =>
        new() { ["Type"] = type, ["Properties"] = JsonNode.Parse(properties) };

    /// <summary>The events of a resource, as status and reason.</summary>
    public static IReadOnlyList<string> History(StackState stack, string logicalId) => [.. stack.Events
        .Where(e => e.LogicalResourceId == logicalId)
        .Select(e => e.ResourceStatusReason is null ? e.ResourceStatus : $"{e.ResourceStatus}: {e.ResourceStatusReason}")];

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
