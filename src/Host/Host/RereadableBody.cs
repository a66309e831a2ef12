namespace LearningCity.Host;

/// <summary>Lets a body be read twice where an idempotency key came with it: once by binding, once for its hash.</summary>
internal sealed class RereadableBody(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey("Idempotency-Key")) context.Request.EnableBuffering();
        return next(context);
    }
}
