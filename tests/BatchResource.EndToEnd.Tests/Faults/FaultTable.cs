using System.Text.Json.Nodes;
using BatchResource.Contract;
using BatchResource.EndToEnd.Tests.Support;
using BatchResource.Local.Bedrock;
using BatchResource.Local.CloudFormation;

namespace BatchResource.EndToEnd.Tests.Faults;

/// <summary>Every fault, and what each operation comes to in spite of it.</summary>
internal static class FaultTable
{
    private const string Get = "GetModelInvocationJob";
    private const string Stop = "StopModelInvocationJob";
    private const string Create = "CreateModelInvocationJob";
    private const string NoPolicyAllows =
        $"User: x is not authorized to perform: bedrock:{Create} on resource: y because no identity-based policy allows the action";

    public static IReadOnlyList<FaultRow> Rows { get; } = [.. Enum.GetValues<FaultKind>().SelectMany(RowsOf)];

    /// <summary>The faults of a kind, each with the operations that it makes sense with.</summary>
    public static TheoryData<string, Operation> Cells(FaultKind kind) => Cells(kind, Enum.GetValues<Operation>());

    /// <summary>The same of one operation.</summary>
    public static TheoryData<string, Operation> CellsOn(FaultKind kind, Operation operation) => Cells(kind, [operation]);

    private static TheoryData<string, Operation> Cells(FaultKind kind, Operation[] operations)
    {
        var cells = new TheoryData<string, Operation>();
        foreach (var row in RowsOf(kind))
        {
            foreach (var operation in operations.Where(operation => row.On(operation) is not null))
                cells.Add(row.Name, operation);
        }
        return cells;
    }

    private static IEnumerable<FaultRow> RowsOf(FaultKind kind) => kind switch
    {
        FaultKind.RefusedCalls => RefusedCalls(),
        FaultKind.LostEffects => LostEffects(),
        FaultKind.RefusedStops => RefusedStops(),
        FaultKind.LostAnswers => LostAnswers(),
        FaultKind.KilledProcesses => KilledProcesses(),
        FaultKind.UnusualDeployments => UnusualDeployments.Rows,
        _ => DisorderedEvents(),
    };

    private static IEnumerable<FaultRow> RefusedCalls() =>
    [
        new("nothing"),
        new("throttled four times") { Call = _ => CallFault.Answer(Fault.Throttle) with { Count = 4 } },
        new("500 twice") { Call = _ => CallFault.Answer(Fault.InternalServerError) with { Count = 2 } },
        new("503 with a page of HTML twice") { Call = _ => CallFault.Answer(Fault.ServiceUnavailable) with { Count = 2 } },
        new("connection reset before the call twice") { Call = _ => CallFault.Answer(Fault.ConnectionReset) with { Count = 2 } },
        new("too many jobs twice")
        {
            Call = _ => Refusal("ServiceQuotaExceededException", "The quota has been reached.") with { Operation = Create, Count = 2 },
            OnDelete = null,
        },
        new("new role not visible twice")
        {
            Call = _ => Refusal("ValidationException", "Could not assume provided IAM role") with { Operation = Create, Count = 2 },
            OnDelete = null,
        },
        new("changed policy not visible twice")
        {
            Call = _ => Refusal("AccessDeniedException", NoPolicyAllows, 403) with { Operation = Create, Count = 2 },
            OnDelete = null,
        },
        new("access denied")
        {
            Call = operation => Refusal("AccessDeniedException", "You are not authorized.", 403) with { Operation = MainCall(operation) },
            Settings = new() { CreateWindow = TimeSpan.FromSeconds(12) },
            OnCreate = Outcome.NotCreated(created: 0, Outcome.Failed),
            OnUpdate = Outcome.NotUpdated(created: 1, Outcome.Failed),
            OnDelete = Outcome.NotDeleted(active: 1, Outcome.Failed),
        },
        new("silence until the deadline")
        {
            Call = operation => CallFault.Answer(Fault.NoAnswer) with { Operation = MainCall(operation), Count = 100 },
            Settings = new()
            {
                FunctionTimeout = TimeSpan.FromSeconds(18),
                CreateWindow = TimeSpan.FromSeconds(8),
                CallTimeout = TimeSpan.FromSeconds(3),
            },
            OnCreate = Outcome.NotCreated(created: 0, Outcome.Failed),
            OnUpdate = Outcome.NotUpdated(created: 1, Outcome.Failed),
            OnDelete = Outcome.NotDeleted(active: 1, Outcome.Failed),
        },
    ];

    private static IEnumerable<FaultRow> LostEffects() =>
    [
        new("connection reset after the effect") { Call = Lost(Fault.ConnectionReset) },
        new("500 after the effect") { Call = Lost(Fault.InternalServerError) },
        new("answer slower than the call's timeout")
        {
            Call = Lost(Fault.NoAnswer),
            Settings = new() { CallTimeout = TimeSpan.FromSeconds(2) },
        },
        new("empty answer")
        {
            // An empty answer to Stop is what Bedrock gives.
            Call = operation => Lost(Fault.EmptyBody)(operation) with { Operation = operation == Operation.Delete ? Get : Create },
        },
        new("answer lost, token refused the second time")
        {
            Call = Lost(Fault.ConnectionReset),
            Settings = new() { Bedrock = new() { RepeatedToken = TokenAnswer.Conflict } },
            OnDelete = null,
        },
        new("answer lost, token forgotten, list lagging")
        {
            Call = Lost(Fault.ConnectionReset),
            Settings = new() { Bedrock = Lagging with { RepeatedToken = TokenAnswer.Ignored, NameInUse = StateAnswer.Validation } },
            OnDelete = null,
        },
        new("list lagging in pages of one")
        {
            Earlier = [new(Model: 2)],
            Settings = new() { Bedrock = Lagging, PageSize = 1 },
            OnCreate = null,
            OnUpdate = Outcome.StackUpdated with { Created = 3 },
            OnDelete = null,
        },
        new("new job not found three times")
        {
            Call = _ => CallFault.Answer(NotFound) with { Operation = Get, Count = 3 },
        },
    ];

    private static IEnumerable<FaultRow> RefusedStops() =>
    [
        new("job completes just before the stop")
        {
            Call = _ => CallFault.CompleteJob() with { Operation = Stop },
            OnCreate = null,
        },
        new("job completes just after the stop was refused")
        {
            Call = _ => new CallFault(async (script, call, token) =>
            {
                await CallFault.CompleteJob().Action(script, call, token);
                return new Fault.Error(400, "ConflictException", "The batch inference job cannot be stopped.");
            }) with { Operation = Stop },
            OnCreate = null,
        },
        StopRefused("ValidationException"),
        StopRefused("ConflictException"),
        new("stop answers not found once") { Call = _ => CallFault.Answer(NotFound) with { Operation = Stop }, OnCreate = null },
    ];

    private static IEnumerable<FaultRow> LostAnswers() =>
    [
        new("answer refused with 403")
        {
            Answer = new(ResponseFault.Forbidden),
            Settings = new() { ServiceTimeout = TimeSpan.FromSeconds(20), CreateWindow = TimeSpan.FromSeconds(15) },
            OnCreate = Outcome.NotCreated(created: 1, Outcome.Nothing),
            OnUpdate = Outcome.NotUpdated(created: 2, Outcome.Nothing),
            OnDelete = Outcome.NotDeleted(active: 0, Outcome.Nothing),
        },
        new("answer refused with 500 twice") { Answer = new(ResponseFault.ServerError, 2) },
        new("answer refused with 503 twice") { Answer = new(ResponseFault.SlowDown, 2) },
        new("connection reset before the answer twice") { Answer = new(ResponseFault.ConnectionReset, 2) },
        new("connection reset after the answer") { Answer = new(ResponseFault.ResetAfterDelivery) },
        new("process killed after the answer") { Answer = new(Fault: null) },
    ];

    private static IEnumerable<FaultRow> KilledProcesses() =>
        from call in Enumerable.Range(1, 4)
        from isAfter in new[] { false, true }
        select new FaultRow($"process killed {(isAfter ? "after" : "before")} call {call}")
        {
            Call = _ => CallFault.Kill() with { First = call, IsAfterEffect = isAfter },
            OnCreate = call <= 2 ? Outcome.StackCreated : null,
            OnDelete = call <= 3 ? Outcome.StackDeleted : null,
        };

    private static IEnumerable<FaultRow> DisorderedEvents() =>
    [
        new("event delivered twice") { Settings = new() { CloudFormation = new() { EventDelivery = DeliveryCount.Twice } } },
        new("cancelled before Bedrock creates the job")
        {
            IsInterruption = true,
            Call = _ => CallFault.Interrupt() with { Operation = Create },

            // A change that no policy depends on: the rollback takes back the permission to start a job with another model.
            Update = new() { Properties = new Dictionary<string, JsonNode?> { [PropertyNames.TimeoutDurationInHours] = "48" } },
            OnCreate = Outcome.NotCreated(created: 1, Outcome.Nothing),
            OnUpdate = Outcome.NotUpdated(created: 2, Outcome.Nothing),
            OnDelete = null,
        },
        new("cancelled after Bedrock created the job")
        {
            IsInterruption = true,
            Call = _ => CallFault.Interrupt() with { Operation = Create, IsAfterEffect = true },
            OnCreate = Outcome.NotCreated(created: 1, Outcome.Nothing),
            OnUpdate = Outcome.NotUpdated(created: 2, Outcome.Nothing),
            OnDelete = null,
        },
    ];

    private static FaultRow StopRefused(string code) => new($"stop answers {code} once")
    {
        Call = _ => Refusal(code, "The batch inference job cannot be stopped.") with { Operation = Stop },
        OnCreate = null,
    };

    private static BedrockSwitches Lagging => new() { ListLag = TimeSpan.FromSeconds(20), Paging = ListPaging.PageThenFilter };

    private static Fault NotFound =>
        new Fault.Error(404, "ResourceNotFoundException", "The provided batch inference job was not found.");

    private static CallFault Refusal(string code, string message, int statusCode = 400) =>
        CallFault.Answer(new Fault.Error(statusCode, code, message));

    private static Func<Operation, CallFault> Lost(Fault fault) =>
        operation => CallFault.Answer(fault) with { Operation = MainCall(operation), IsAfterEffect = true };

    private static string MainCall(Operation operation) => operation == Operation.Delete ? Stop : Create;
}
