using BatchResource.Local.CloudFormation.Resources;
using BatchResource.Local.CloudFormation.Stacks;
using BatchResource.Local.Events;
using BatchResource.Local.Iam;
using BatchResource.Local.ResourceTypes.CustomResources;
using BatchResource.Local.ResourceTypes.NestedStacks;
using BatchResource.Local.ResourceTypes.Simulated;
using BatchResource.Local.ResourceTypes.WaitConditions;
using BatchResource.Local.Scheduler;
using BatchResource.Local.Ssm;

namespace BatchResource.Local.ResourceTypes;

/// <summary>CloudFormation in one process: the engine, the resource types and the place where providers answer.</summary>
internal sealed class LocalCloudFormation : IAsyncDisposable
{
    private readonly LocalCloudFormationOptions options;

    private LocalCloudFormation(LocalCloudFormationOptions options, ResponseSink sink)
    {
        this.options = options;
        Sink = sink;
        Functions = new(new(options.Lambda), options.Buckets);
        Parameters = new();
        Events = new(Functions) { Loses = options.LosesEvent };
        Schedules = new(options.Clock, new RoleAuthorizer(options.Roles, options.Account), options.Account.AccountId, InvokeIfThere);
        var channel = new ProviderChannel(sink, Functions.Invoke, options.Behavior, options.ProviderClock);
        var custom = new CustomResource(channel, options.Behavior, options.SimulateUnknownTypes ? Functions.Registry.IsUnrunnable : null);
        var handles = new WaitHandles(sink, options.Clock);
        var services = new StackServices
        {
            Types = Types = new TypeRegistry(
            custom,
            new Dictionary<string, IResourceType>
            {
                [WaitCondition.TypeName] = new WaitCondition(handles, options.Clock),
                [NestedStack.TypeName] = new NestedStack(() => Engine!, options.Buckets),
            },
            [
                .. S3Types.All(options.Buckets), .. IamTypes.All(options.Roles), .. LambdaTypes.All(Functions),
                .. ManagementTypes.All(Parameters), .. KmsTypes.All(), .. EcrTypes.All(), .. BedrockTypes.All(), .. MessagingTypes.All(),
                .. Ec2Types.All(), .. EventsTypes.All(Events), .. SchedulerTypes.All(Schedules), .. WaitConditionTypes.All(handles),
                .. CdkProvidedTypes.All(options.Buckets),
            ],
            options.SimulateUnknownTypes),
            Clock = options.Clock,
            Behavior = options.Behavior,
            Failures = options.Failures,
            Observer = options.Observer,
            Save = options.Save,
            Resuming = stack => AfterTheProcessEnded.Begin(
                [stack, .. Engine!.All.Where(other => other.RootId == stack.Identity.Id || other.ParentId == stack.Identity.Id)],
                Functions.Registry),
        };
        Engine = new(options.Account, services, Parameters.Find);
    }

    /// <summary>The resource types.</summary>
    public TypeRegistry Types { get; }

    public StackEngine Engine { get; }

    /// <summary>The place where providers answer.</summary>
    public ResponseSink Sink { get; }

    /// <summary>The functions that stacks have created.</summary>
    public LocalFunctions Functions { get; }

    /// <summary>EventBridge with the rules of all stacks.</summary>
    public EventBus Events { get; }

    /// <summary>EventBridge Scheduler with the schedules of all stacks.</summary>
    public EventScheduler Schedules { get; }

    /// <summary>Systems Manager's parameters.</summary>
    public ParameterStore Parameters { get; }

    /// <summary>Starts listening for answers.</summary>
    public static async Task<LocalCloudFormation> StartAsync(LocalCloudFormationOptions options) =>
        new(options, await ResponseSink.StartAsync(
            options.Account.Region, options.ResponseFault, options.Clock, options.Certificate));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await Schedules.DisposeAsync();
        await Sink.DisposeAsync();
    }

    // Scheduler finds out that its function is gone when it invokes it, and nobody is told.
    private void InvokeIfThere(string function, ReadOnlyMemory<byte> payload)
    {
        try
        {
            Functions.Invoke(function, payload);
        }
        catch (ResourceFailedException)
        {
        }
    }
}
