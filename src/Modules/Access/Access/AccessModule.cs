using System.Reflection;
using LearningCity.Access.Api;
using LearningCity.Access.Application;
using LearningCity.Access.Application.Notices;
using LearningCity.Access.Application.SigningIn;
using LearningCity.Access.Application.Webhooks;
using LearningCity.Access.Contracts;
using LearningCity.Access.Domain;
using LearningCity.Access.Infrastructure;
using LearningCity.Access.Infrastructure.Authentication;
using LearningCity.Access.Infrastructure.Demonstration;
using LearningCity.Access.Ui;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Jobs;
using LearningCity.BuildingBlocks.Navigation;
using LearningCity.BuildingBlocks.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace LearningCity.Access;

/// <summary>The module as the host sees it.</summary>
public sealed class AccessModule : IModule
{
    /// <inheritdoc />
    public string Name => "Access";

    /// <inheritdoc />
    public Assembly ContractsAssembly => AccessContracts.Assembly;

    /// <inheritdoc />
    public Type ContextType => typeof(AccessDbContext);

    /// <inheritdoc />
    public IReadOnlyList<Permission> Permissions => AccessPermissions.All;

    /// <inheritdoc />
    public IReadOnlyList<NavigationItem> Navigation { get; } =
    [
        new(AccessPermissions.AdministerPeople.Code, "/admin/people", new("Quản trị", "Administration"), "settings", 900),
        new(AccessPermissions.ReadAudit.Code, "/admin/audit", new("Nhật ký", "Audit log"), "history", 910),
    ];

    /// <inheritdoc />
    public IReadOnlyList<PagePart> PageParts { get; } =
    [
        new(PageSlot.Account, "", typeof(InboxLink), 10),
        new(PageSlot.Home, "", typeof(HomeNotices), 900),
    ];

    /// <inheritdoc />
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddWindow<IAccessDb, AccessDbContext>();
        services.Configure<AccessOptions>(configuration.GetSection(AccessOptions.Section));
        services.AddSingleton<IPasswordHasher<Person>, PasswordHasher<Person>>();
        services.AddSingleton<DemonstrationAccounts>();
        services.AddScoped<IGreeting, AccountsGreeting>();
        services.AddAccessAuthentication();
        services.AddSingleton(MailSettings.Read(configuration));
        services.AddSingleton<IMailServer, SmtpServer>();
        services.Configure<WebhookOptions>(configuration.GetSection(WebhookOptions.Section));
        services.AddSingleton<IWebhookSender, HttpWebhookSender>();
        services.AddSingleton<WebhookSecrets>();
        services.AddJob(new ScheduledJob(
            "access.deliver_webhooks", "40 * * * * ?", new("Gửi webhook", "Deliver webhooks"), () => new DeliverWebhooks()));
        services.AddScoped<IStartupTask, NoDemonstrationInProduction>();
        services.AddScoped<IStartupTask, SetUpLinkTask>();
        services.AddJob(new ScheduledJob(
            "access.deliver_mail", "20 * * * * ?", new("Gửi thư thông báo", "Deliver mail"), () => new DeliverMail()));
        services.AddJob(new ScheduledJob(
            "access.clean_up", "0 30 2 * * ?", new("Dọn liên kết và thông báo cũ", "Clean up old links and notices"), () => new CleanUpAccess()));
        if (!configuration.GetValue(DemonstrationAccounts.SettingKey, false)) return;
        services.PostConfigure<AccessOptions>(options => options.MailDomain = DemonstrationAccounts.Domain);
        services.AddScoped<IDemonstration, DemonstrationPeople>();
        services.AddScoped<IDemonstration, DemonstrationPeopleOfUnits>();
    }

    /// <inheritdoc />
    public void MapEndpoints(IEndpointRouteBuilder api) => api.MapAccess();

    /// <inheritdoc />
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapSignOut();
}
