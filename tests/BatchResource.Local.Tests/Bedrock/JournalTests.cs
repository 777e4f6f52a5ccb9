using BatchResource.Local.Bedrock;
using BatchResource.Local.Bedrock.Api;

namespace BatchResource.Local.Tests.Bedrock;

public sealed class JournalTests : ControlPlaneTest
{
    private readonly string folder = Directory.CreateTempSubdirectory("batchresource-journal-").FullName;

    private string JournalPath => Path.Combine(folder, "state", "jobs.jsonl");

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Jobs_Live_On_In_The_Next_Process()
    {
        await RestartAsync();
        var arn = await CreateJobAsync("kept", token: "t");
        Clock.Advance(new JobPlan().Submitted);
        var before = await GetJobAsync(arn);

        await RestartAsync();

        Assert.Equal(before.Text, (await GetJobAsync(arn)).Text);
        Assert.Equal(arn, await CreateJobAsync("kept", token: "t"));
        Assert.Equal("ConflictException", (await CreateAsync(("jobName", "kept"))).ErrorType);
    }

    [Fact]
    public async Task States_That_Were_Due_Meanwhile_Are_Entered_At_Their_Time()
    {
        await RestartAsync();
        var arn = await CreateJobAsync();
        await StartAsync(new BedrockOptions());
        Clock.Advance(TimeSpan.FromHours(2));

        await RestartAsync();
        Clock.Advance(TimeSpan.Zero);

        var job = ControlPlane.Find(arn)!;
        Assert.Equal(JobStatus.Completed, job.Status);
        Assert.Equal(job.SubmitTime.AddMinutes(23), job.EndTime);
    }

    [Fact]
    public async Task A_Line_That_A_Kill_Cut_Off_Is_Forgotten()
    {
        await RestartAsync();
        await CreateJobAsync("whole");
        await CreateJobAsync("cut");
        await StartAsync(new BedrockOptions());
        var text = await File.ReadAllTextAsync(JournalPath);
        await File.WriteAllTextAsync(JournalPath, text[..^10]);

        await RestartAsync();
        Assert.Equal(["whole"], ControlPlane.Jobs.Select(job => job.JobName));
        await CreateJobAsync("after");
        await RestartAsync();
        Assert.Equal(["whole", "after"], ControlPlane.Jobs.Select(job => job.JobName));
    }

    [Fact]
    public async Task A_Damaged_File_Is_Named_And_Left_As_It_Is()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(JournalPath)!);
        await File.WriteAllTextAsync(JournalPath, "not json\n");

        var e = await Assert.ThrowsAsync<InvalidDataException>(() => BedrockControlPlane.StartAsync(new() { JournalPath = JournalPath }));

        Assert.Equal($"{JournalPath} is damaged in line 1; delete it to start without jobs", e.Message);
        Assert.Equal("not json\n", await File.ReadAllTextAsync(JournalPath));
    }

    [Fact]
    public async Task Two_Control_Planes_Do_Not_Share_A_File()
    {
        await RestartAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => BedrockControlPlane.StartAsync(new() { JournalPath = JournalPath }));
    }

    private Task RestartAsync() => StartAsync(new BedrockOptions { JournalPath = JournalPath });
}
