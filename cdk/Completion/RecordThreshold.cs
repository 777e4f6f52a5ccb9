using System.Globalization;

namespace BatchResource.Cdk;

/// <summary>A number of records of a job: a count, or a share of all records.</summary>
public sealed class RecordThreshold
{
    private readonly string text;

    private RecordThreshold(string text) => this.text = text;

    /// <summary>A count of records.</summary>
    /// <param name="records">0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static RecordThreshold Count(int records)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(records);
        return new RecordThreshold(records.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A share of all records in the input, including those that were not processed.</summary>
    /// <param name="percent">0 to 100, with at most four decimals. 99.5 means 99.5 %.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not 0 to 100, or has more than four decimals.</exception>
    public static RecordThreshold Percent(double percent)
    {
        if (percent is not (>= 0 and <= 100) || Math.Round(percent, 4) != percent)
        {
            throw new ArgumentOutOfRangeException(
                nameof(percent), percent, "percent must be 0 to 100, with at most four decimals (99.5 is 99.5 %)");
        }

        return new RecordThreshold(percent.ToString("0.####", CultureInfo.InvariantCulture) + "%");
    }

    /// <summary>The value of the CloudFormation property: the count, or the share with a percent sign.</summary>
    public override string ToString() => text;
}
