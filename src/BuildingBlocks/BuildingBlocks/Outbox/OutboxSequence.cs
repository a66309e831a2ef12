namespace LearningCity.BuildingBlocks.Outbox;

/// <summary>Numbers outbox rows: the clock's ticks, made to grow within the process.</summary>
internal static class OutboxSequence
{
    private static long _last;

    internal static long Next(DateTimeOffset now)
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(now.UtcTicks, last + 1);
            if (Interlocked.CompareExchange(ref _last, next, last) == last) return next;
        }
    }
}
