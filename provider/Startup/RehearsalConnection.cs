using System.Text;

namespace BatchResource.Provider.Startup;

/// <summary>
/// Both ends of a connection that carries one HTTP request. The response comes later, as from a network, so that the code that continues a
/// call is rehearsed too.
/// </summary>
/// <param name="respond">Gets the request's method and body, and returns the response's body.</param>
internal sealed class RehearsalConnection(Func<string, string, string> respond) : Stream
{
    private readonly MemoryStream request = new();
    private MemoryStream? response;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        response ??= Respond(Encoding.UTF8.GetString(request.GetBuffer(), 0, (int)request.Length));
        return response.Read(buffer.Span);
    }

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        request.Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private MemoryStream Respond(string text)
    {
        const string EndOfHeader = "\r\n\r\n";
        var method = text[..text.IndexOf(' ', StringComparison.Ordinal)];
        var body = respond(method, text[(text.IndexOf(EndOfHeader, StringComparison.Ordinal) + EndOfHeader.Length)..]);
        return new MemoryStream(Encoding.UTF8.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close{EndOfHeader}{body}"));
    }
}
