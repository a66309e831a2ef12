using System.Collections.Concurrent;
using System.Diagnostics;

namespace LearningCity.Benchmarks;

/// <summary>Requests that several callers send at once, and how long each took.</summary>
internal sealed class Load
{
    private readonly ConcurrentBag<double> _times = [];
    private readonly long _started = Stopwatch.GetTimestamp();

    /// <summary>How many were answered.</summary>
    internal int Count => _times.Count;

    /// <summary>Answered each second since the load began.</summary>
    internal double Rate => Count / Stopwatch.GetElapsedTime(_started).TotalSeconds;

    /// <summary>The time, in milliseconds, that 99 of 100 stay below.</summary>
    internal double Percentile99 => _times.Order().ElementAt((int)(_times.Count * 0.99));

    /// <summary>Sends one request; an answer that is no success ends the run.</summary>
    internal async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpRequestMessage request)
    {
        var started = Stopwatch.GetTimestamp();
        var answer = await http.SendAsync(request);
        var text = answer.IsSuccessStatusCode ? "" : await answer.Content.ReadAsStringAsync();
        _times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        return answer.IsSuccessStatusCode ? answer : throw new InvalidOperationException($"{request.Method} {request.RequestUri}: {answer.StatusCode} {text}");
    }
}
