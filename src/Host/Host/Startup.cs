using System.Text.Encodings.Web;
using System.Text.Unicode;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Http.Features;

namespace LearningCity.Host;

/// <summary>Puts the product together: services, pipeline, and what happens before the first request.</summary>
public static class Startup
{
    private const long LargestBody = 32 * 1024 * 1024;

    /// <summary>Registers modules and what the host adds to them.</summary>
    public static void AddLearningCity(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        var services = builder.Services;
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.Configure<FormOptions>(forms => forms.MultipartBodyLengthLimit = LargestBody);
        if (Demonstration.IsEnabled(builder.Configuration)) services.AddSingleton<TimeProvider>(new SimulatedClock());
        services.AddAuthentication();
        services.AddModules(builder.Configuration, Modules.All);
        services.AddScheduler(builder.Configuration);
        services.AddExceptionHandler<ExceptionToProblem>();
        services.AddProblemDetails();
        services.AddHttpContextAccessor();
        services.AddCascadingValue(provider => provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
            ? RequestLanguage.Of(context)
            : default);
        services.AddRazorComponents();
        // Vietnamese letters stay letters: as entities they would triple the weight of a page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<CityOptions>(builder.Configuration.GetSection(CityOptions.Section));
        services.AddAntiforgery();
        services.AddRateLimits(builder.Configuration);
        services.AddHostedService<Observability>();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddOpenApi("v1");
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]).AddCheck<OutboxHealth>("outbox", tags: ["ready"]);
    }

    /// <summary>Builds the pipeline.</summary>
    public static void UseLearningCity(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        // A scope renders one page only, so an error page that takes the place of a page gets a scope of its own.
        app.UseExceptionHandler("/error/500", createScopeForErrors: true);
        app.UseMiddleware<Correlation>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseResponseCompression();
        app.UseMiddleware<FontCaching>();
        app.UseWhen(IsForPeople, pages => pages
            .UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true)
            .UseMiddleware<Correlation>());
        app.UseMiddleware<ErrorPageRequest>();
        app.UseMiddleware<StatusPages>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CallerMiddleware>();
        app.UseMiddleware<CrossSiteGuard>();
        app.UseRateLimiter();
        app.UseMiddleware<PermissionMiddleware>();
        app.UseMiddleware<RereadableBody>();
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapHealth();
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        foreach (var module in Modules.All) module.MapEndpoints(api);
        foreach (var module in Modules.All) module.MapRoutes(app);
        app.MapLanguageSwitch();
        app.MapPages();
    }

    /// <summary>Programs and scripts get statuses and problem details; only a page that people asked for is answered with a page.</summary>
    private static bool IsForPeople(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/ui", StringComparison.Ordinal)
        && !context.Request.Headers.ContainsKey("HX-Request");

    /// <summary>Migrates (the embedded database always, a server only where configured), makes sure of what modules need, and checks the door.</summary>
    public static async Task StartLearningCityAsync(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseLearningCity();
        EndpointGuard.Require(((IEndpointRouteBuilder)app).DataSources);
        var provider = app.Services.GetRequiredService<IDatabaseProvider>();
        if (app.Configuration.GetValue("Database:MigrateAtStart", provider.WritesOneAtATime))
            await app.Services.GetRequiredService<Migrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
        await RunStartupTasksAsync(app.Services, app.Lifetime.ApplicationStopping);
        await Demonstration.LoadIfWantedAsync(app);
    }

    private static async Task RunStartupTasksAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().Become(Caller.System);
        foreach (var task in scope.ServiceProvider.GetServices<IStartupTask>().OrderBy(task => task.Order))
            await task.RunAsync(cancellationToken);
    }
}
