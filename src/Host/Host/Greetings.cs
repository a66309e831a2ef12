using LearningCity.BuildingBlocks.Hosting;

namespace LearningCity.Host;

/// <summary>Tells whoever started the host, on the console, where it serves and what the modules have to say.</summary>
internal static class Greetings
{
    internal static void GreetWhenStarted(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => _ = GreetAsync(app));

    private static async Task GreetAsync(WebApplication app)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        var lines = new List<string>
        {
            "",
            $"LearningCity serves at {address}",
            $"  API description   {address}/openapi/v1.json",
            $"  Health            {address}/health/ready",
        };
        await using var scope = app.Services.CreateAsyncScope();
        foreach (var greeting in scope.ServiceProvider.GetServices<IGreeting>())
            lines.AddRange(await greeting.LinesAsync(address, app.Lifetime.ApplicationStopping));
        lines.Add("");
        foreach (var line in lines) Console.WriteLine(line);
    }
}
