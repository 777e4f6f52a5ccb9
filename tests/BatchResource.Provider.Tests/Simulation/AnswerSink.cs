using System.Net;
using System.Text.Json;

namespace BatchResource.Provider.Tests.Simulation;

/// <summary>The bucket behind the presigned URLs, as one process reaches it: it may refuse, or be out of reach.</summary>
internal sealed class AnswerSink(SimulatedProcess process, FaultPlan faults, Action<Answer> accept) : HttpMessageHandler
{
    private static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(50);

    /// <summary>How many answers it took.</summary>
    public int Accepted { get; private set; }

    /// <summary>Whether anything went wrong on the way to it.</summary>
    public bool IsDisturbed { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
        var fault = faults.Next();
        IsDisturbed |= fault != SimulatedFault.None;
        await process.PassAsync(RoundTrip, cancellationToken);
        switch (fault)
        {
            case SimulatedFault.Throttle:
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            case SimulatedFault.ErrorBefore:
                return new HttpResponseMessage(HttpStatusCode.Forbidden);
            case SimulatedFault.ResetBefore:
                throw new HttpRequestException("connection reset");
            case SimulatedFault.KillBefore:
                process.Kill();
                await process.AliveAsync();
                break;
        }

        accept(Read(body));
        Accepted++;
        switch (fault)
        {
            case SimulatedFault.ResetAfter or SimulatedFault.SlowAfter:
                throw new HttpRequestException("connection reset");
            case SimulatedFault.ErrorAfter:
                return new HttpResponseMessage(HttpStatusCode.InternalServerError);
            case SimulatedFault.KillAfter:
                process.Kill();
                await process.AliveAsync();
                break;
        }

        return new HttpResponseMessage(HttpStatusCode.OK);
    }

    private static Answer Read(byte[] body)
    {
        Assert.InRange(body.Length, 1, 4096);
        var answer = JsonDocument.Parse(body).RootElement;
        var isSuccess = answer.GetProperty("Status").GetString() == "SUCCESS";
        Assert.Equal(!isSuccess, answer.TryGetProperty("Reason", out var reason));
        var physicalId = answer.GetProperty("PhysicalResourceId").GetString()!;
        Assert.InRange(physicalId.Length, 1, 1024);
        var data = answer.TryGetProperty("Data", out var found)
            ? found.EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString()!, StringComparer.Ordinal)
            : [];
        return new Answer(isSuccess, physicalId, isSuccess ? null : reason.GetString(), data);
    }
}
