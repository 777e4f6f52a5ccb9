using System.Globalization;

namespace BatchResource.Bench.Reports;

/// <summary>Figures as tables show them: as many digits as mean something.</summary>
internal static class Figure
{
    public static string Of(double value) => value.ToString(value < 10 ? "0.0" : "0", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
