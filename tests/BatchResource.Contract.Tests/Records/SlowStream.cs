namespace BatchResource.Contract.Tests.Records;

/// <summary>A stream that gives a few bytes at a time, as a network or a pipe does.</summary>
internal sealed class SlowStream(byte[] content, int bytesAtATime) : MemoryStream(content)
{
    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, bytesAtATime));
}
