using System.Net;
using System.Net.Sockets;

namespace BatchResource.Provider.Tests.Support;

/// <summary>A port of loopback on which nobody listens, and nobody else can while it is held.</summary>
internal sealed class ClosedPort : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public ClosedPort() => socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public string Url => $"http://{socket.LocalEndPoint}";

    public void Dispose() => socket.Dispose();
}
