using System.IO.Pipelines;

namespace BatchResource.Provider.Startup;

/// <summary>One end of a connection inside the process.</summary>
internal sealed class RehearsalConnection : Stream
{
    private readonly Stream input;
    private readonly Stream output;

    private RehearsalConnection(PipeReader reader, PipeWriter writer) => (input, output) = (reader.AsStream(), writer.AsStream());

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Both ends of a new connection.</summary>
    public static (Stream Near, Stream Far) Open()
    {
        var (there, back) = (new Pipe(), new Pipe());
        return (new RehearsalConnection(back.Reader, there.Writer), new RehearsalConnection(there.Reader, back.Writer));
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        input.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        output.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            input.Dispose();
            output.Dispose();
        }

        base.Dispose(disposing);
    }
}
