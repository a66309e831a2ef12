namespace LearningCity.BuildingBlocks.Time;

/// <summary>
/// Vietnamese lunar dates. The framework has the Chinese calendar of the same rules for UTC+8; Vietnam computes for UTC+7, so that in
/// rare years (2007, 2030) a new moon falls on another day. Algorithm: Hồ Ngọc Đức, "Tính âm lịch Việt Nam", after Meeus,
/// Astronomical Algorithms (1998).
/// </summary>
public static class LunarCalendar
{
    private const double ZoneHours = 7.0;
    private const double SynodicMonth = 29.530588853;

    /// <summary>First day of the lunar year (mùng 1 Tết) that begins in a solar year.</summary>
    public static DateOnly NewYear(int year)
    {
        // The eleventh month holds the winter solstice; the first month is the second after it, or the third in a leap winter
        // whose leap month comes between.
        var eleventh = EleventhMonth(year - 1);
        var next = EleventhMonth(year);
        var k = (int)Math.Floor(((eleventh - 2415021.076998695) / SynodicMonth) + 0.5);
        var months = (int)Math.Round((next - eleventh) / SynodicMonth);
        var offset = 2;
        if (months == 13 && LeapOffset(eleventh) <= 2) offset = 3;
        return FromJulianDay(NewMoonDay(k + offset));
    }

    /// <summary>The solar day of a day in a lunar month that is not a leap month.</summary>
    /// <param name="year">Solar year in which the lunar year begins.</param>
    /// <param name="month">Lunar month, 1 to 10.</param>
    /// <param name="day">Day of the month, 1 to 30.</param>
    public static DateOnly ToSolar(int year, int month, int day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 10);
        var eleventh = EleventhMonth(year - 1);
        var k = (int)Math.Floor(((eleventh - 2415021.076998695) / SynodicMonth) + 0.5);
        var months = (int)Math.Round((EleventhMonth(year) - eleventh) / SynodicMonth);
        var offset = month + 1;
        if (months == 13 && LeapOffset(eleventh) <= offset) offset++;
        return FromJulianDay(NewMoonDay(k + offset)).AddDays(day - 1);
    }

    private static int EleventhMonth(int year)
    {
        var lastDay = JulianDay(new DateOnly(year, 12, 31));
        var k = (int)Math.Floor((lastDay - 2415021.076998695) / SynodicMonth);
        var newMoon = NewMoonDay(k);
        return SunSector(newMoon) >= 9 ? NewMoonDay(k - 1) : newMoon;
    }

    private static int LeapOffset(int eleventh)
    {
        var k = (int)Math.Floor(((eleventh - 2415021.076998695) / SynodicMonth) + 0.5);
        var i = 1;
        var sector = SunSector(NewMoonDay(k + i));
        int last;
        do
        {
            last = sector;
            i++;
            sector = SunSector(NewMoonDay(k + i));
        }
        while (sector != last && i < 14);
        return i - 1;
    }

    private static int JulianDay(DateOnly day) => day.DayNumber + 1721426;

    private static DateOnly FromJulianDay(int julianDay) => DateOnly.FromDayNumber(julianDay - 1721426);

    private static int NewMoonDay(int k) => (int)Math.Floor(NewMoon(k) + 0.5 + (ZoneHours / 24));

    private static int SunSector(int julianDay) =>
        (int)Math.Floor(SunLongitude(julianDay - 0.5 - (ZoneHours / 24)) / Math.PI * 6);

    private static double NewMoon(int k)
    {
        var t = k / 1236.85;
        var (t2, t3) = (t * t, t * t * t);
        const double Radian = Math.PI / 180;
        var julian = 2415020.75933 + (29.53058868 * k) + (0.0001178 * t2) - (0.000000155 * t3)
            + (0.00033 * Math.Sin((166.56 + (132.87 * t) - (0.009173 * t2)) * Radian));
        var sun = 359.2242 + (29.10535608 * k) - (0.0000333 * t2) - (0.00000347 * t3);
        var moon = 306.0253 + (385.81691806 * k) + (0.0107306 * t2) + (0.00001236 * t3);
        var node = 21.2964 + (390.67050646 * k) - (0.0016528 * t2) - (0.00000239 * t3);
        var correction = ((0.1734 - (0.000393 * t)) * Math.Sin(sun * Radian)) + (0.0021 * Math.Sin(2 * Radian * sun))
            - (0.4068 * Math.Sin(moon * Radian)) + (0.0161 * Math.Sin(Radian * 2 * moon)) - (0.0004 * Math.Sin(Radian * 3 * moon))
            + (0.0104 * Math.Sin(Radian * 2 * node)) - (0.0051 * Math.Sin(Radian * (sun + moon)))
            - (0.0074 * Math.Sin(Radian * (sun - moon))) + (0.0004 * Math.Sin(Radian * ((2 * node) + sun)))
            - (0.0004 * Math.Sin(Radian * ((2 * node) - sun))) - (0.0006 * Math.Sin(Radian * ((2 * node) + moon)))
            + (0.0010 * Math.Sin(Radian * ((2 * node) - moon))) + (0.0005 * Math.Sin(Radian * ((2 * moon) + sun)));
        var delta = t < -11
            ? 0.001 + (0.000839 * t) + (0.0002261 * t2) - (0.00000845 * t3) - (0.000000081 * t * t3)
            : -0.000278 + (0.000265 * t) + (0.000262 * t2);
        return julian + correction - delta;
    }

    private static double SunLongitude(double julian)
    {
        var t = (julian - 2451545.0) / 36525;
        var t2 = t * t;
        const double Radian = Math.PI / 180;
        var anomaly = 357.52910 + (35999.05030 * t) - (0.0001559 * t2) - (0.00000048 * t * t2);
        var mean = 280.46645 + (36000.76983 * t) + (0.0003032 * t2);
        var centre = ((1.914600 - (0.004817 * t) - (0.000014 * t2)) * Math.Sin(Radian * anomaly))
            + ((0.019993 - (0.000101 * t)) * Math.Sin(Radian * 2 * anomaly)) + (0.000290 * Math.Sin(Radian * 3 * anomaly));
        var longitude = (mean + centre) * Radian;
        return longitude - (Math.PI * 2 * Math.Floor(longitude / (Math.PI * 2)));
    }
}
