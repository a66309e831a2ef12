using System.Diagnostics;
using LearningCity.BuildingBlocks.Results;
using MediatR;
using Microsoft.Extensions.Logging;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>Logs each command with its outcome and time, and opens a trace span for it.</summary>
internal sealed partial class LoggingBehavior<TRequest, TResponse>(ILogger<LoggingBehavior<TRequest, TResponse>> logger, TimeProvider clock)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommandMessage
    where TResponse : IResult<TResponse>
{
    private static readonly string Name = typeof(TRequest).Name;

    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        using var span = Telemetry.Source.StartActivity(Name);
        var started = clock.GetTimestamp();
        var result = await next();
        var milliseconds = clock.GetElapsedTime(started).TotalMilliseconds;
        if (result.Succeeded)
        {
            Done(Name, milliseconds);
        }
        else
        {
            span?.SetStatus(ActivityStatusCode.Error, result.Failures[0].Code);
            Refused(Name, result.Failures[0].Code, result.Failures.Count, milliseconds);
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Command} done in {Milliseconds} ms")]
    private partial void Done(string command, double milliseconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Command} refused: {Code} ({Count} in all) in {Milliseconds} ms")]
    private partial void Refused(string command, string code, int count, double milliseconds);
}
