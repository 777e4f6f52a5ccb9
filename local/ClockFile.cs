using System.Text.Json;
using BatchResource.Local.Ground;

namespace BatchResource.Local;

/// <summary>Lets the time of an account go on from one start to the next, at the speed that it last had in between.</summary>
internal static class ClockFile
{
    /// <summary>Starts the clock where it is by now.</summary>
    /// <param name="path">The file, or null for a clock that starts at the machine's time and is forgotten.</param>
    /// <param name="speed">The speed from now on.</param>
    /// <param name="machine">The machine's time.</param>
    /// <param name="notBefore">The latest time that anything in the account is known to have happened.</param>
    /// <exception cref="StateException">The file is damaged.</exception>
    public static LocalClock Resume(string? path, double speed, TimeProvider machine, DateTimeOffset? notBefore = null)
    {
        var now = machine.GetUtcNow();
        var local = path is not null && File.Exists(path) ? Read(path).At(now) : now;
        if (notBefore > local)
            local = notBefore.Value;
        if (path is not null)
            AtomicFile.Write(path, JsonSerializer.Serialize(new Reading(local, now, speed), JsonSerializerOptions.Web));
        return new LocalClock(speed, machine, notBefore: local);
    }

    private static Reading Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Reading>(File.ReadAllText(path), JsonSerializerOptions.Web)
                is { Speed: > 0, Local.Year: < 9000 } reading ? reading : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new StateException($"{path} is damaged; delete it to start at the machine's time");
        }
    }

    /// <summary>What the local clock said at a moment of the machine's, and how fast it went from then on.</summary>
    private sealed record Reading(DateTimeOffset Local, DateTimeOffset Machine, double Speed)
    {
        /// <summary>After a year whatever was under way has ended, and a fast clock that was left alone would leave the calendar.</summary>
        private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

        public DateTimeOffset At(DateTimeOffset machine)
        {
            if (machine <= Machine)
                return Local;
            var passed = (machine - Machine).TotalSeconds * Speed;
            return Local + (passed < Longest.TotalSeconds ? TimeSpan.FromSeconds(passed) : Longest);
        }
    }
}
