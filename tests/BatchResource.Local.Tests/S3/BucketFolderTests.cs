using System.Text;

namespace BatchResource.Local.Tests.S3;

public sealed class BucketFolderTests : IDisposable
{
    private readonly TemporaryBuckets buckets = new("bucket");

    [Fact]
    public void Objects_Are_Files_That_Are_Listed_In_The_Order_Of_Their_Keys()
    {
        buckets.Put("bucket", "b/two.jsonl", "22");
        buckets.Put("bucket", "a.jsonl", "1");
        buckets.Put("bucket", "b/one.jsonl", "333");

        Assert.Equal(
            [("a.jsonl", 1L), ("b/one.jsonl", 3L), ("b/two.jsonl", 2L)],
            buckets.Folder.List("bucket", "").Select(found => (found.Key, found.Size)));
        Assert.Equal(["b/one.jsonl", "b/two.jsonl"], buckets.Folder.List("bucket", "b").Select(found => found.Key));
        Assert.Equal("333", File.ReadAllText(Path.Combine(buckets.Folder.Root, "bucket", "b", "one.jsonl")));
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\0b")]
    public void No_Key_Leads_Out_Of_Its_Bucket(string key) => Assert.Throws<ArgumentException>(() => buckets.Put("bucket", key, "x"));

    [Theory]
    [InlineData("..")]
    [InlineData("../up")]
    [InlineData("Upper")]
    [InlineData("a/b")]
    public void No_Bucket_Has_A_Name_That_S3_Refuses(string name) => Assert.Throws<ArgumentException>(() => buckets.Folder.Create(name));

    [Fact]
    public void An_Object_Whose_Writing_Fails_Does_Not_Appear()
    {
        Assert.Throws<InvalidOperationException>(() => buckets.Folder.Write("bucket", "half", stream =>
        {
            stream.Write(Encoding.UTF8.GetBytes("half"));
            throw new InvalidOperationException();
        }));

        Assert.Empty(buckets.Folder.List("bucket", ""));
        Assert.Null(buckets.Folder.OpenRead("bucket", "half"));
        Assert.Equal(["bucket"], Directory.EnumerateFileSystemEntries(buckets.Folder.Root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_Bucket_Is_Emptied_And_Removed()
    {
        buckets.Put("bucket", "a/b", "x");
        Assert.False(buckets.Folder.IsEmpty("bucket"));

        buckets.Folder.Empty("bucket");
        Assert.True(buckets.Folder.IsEmpty("bucket"));
        Assert.True(buckets.Folder.Exists("bucket"));

        buckets.Folder.Remove("bucket");
        Assert.False(buckets.Folder.Exists("bucket"));
        Assert.Empty(buckets.Folder.List("bucket", ""));
    }

    [Fact]
    public void Writing_Into_A_Missing_Bucket_Is_Refused() =>
        Assert.Throws<DirectoryNotFoundException>(() => buckets.Put("no-bucket", "a", "x"));

    public void Dispose() => buckets.Dispose();
}
