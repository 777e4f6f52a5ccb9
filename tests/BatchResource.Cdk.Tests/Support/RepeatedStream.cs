namespace BatchResource.Cdk.Tests.Support;

/// <summary>The same bytes again and again, as a file that is too large to be made for a test.</summary>
internal sealed class RepeatedStream(byte[] unit, long count) : Stream
{
    private long position;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => unit.Length * count;

    public override long Position
    {
        get => position;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var length = (int)Math.Min(count, Length - position);
        for (var copied = 0; copied < length;)
        {
            var from = (int)((position + copied) % unit.Length);
            var part = Math.Min(unit.Length - from, length - copied);
            unit.AsSpan(from, part).CopyTo(buffer.AsSpan(offset + copied));
            copied += part;
        }

        position += length;
        return length;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
