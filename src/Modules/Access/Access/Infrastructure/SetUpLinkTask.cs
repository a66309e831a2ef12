using LearningCity.Access.Application;
using LearningCity.Access.Application.SigningIn;
using LearningCity.BuildingBlocks.Hosting;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Infrastructure;

/// <summary>While there is no administrator, prints a link for the first one to the console: who can read it runs the machine.</summary>
internal sealed class SetUpLinkTask(ISender sender, IOptions<AccessOptions> options, IConfiguration configuration) : IStartupTask
{
    public int Order => 100;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetValue(DemonstrationAccounts.SettingKey, false)) return;
        var token = await sender.Send(new PrepareSetUp(), cancellationToken);
        if (token.Value is null) return;

        // To the console itself: a log may be shipped to places that many people read.
        Console.WriteLine();
        Console.WriteLine("Chưa có quản trị viên. Mở liên kết sau (dùng một lần) để tạo quản trị viên đầu tiên:");
        Console.WriteLine("There is no administrator yet. Open this link (it works once) to create the first one:");
        Console.WriteLine($"  {Address}/set-up?token={token.Value}");
        Console.WriteLine();
    }

    private string Address
    {
        get
        {
            if (options.Value.PublicAddress.Length > 0) return options.Value.PublicAddress;
            var first = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
            return first?.TrimEnd('/') ?? "http://localhost:5000";
        }
    }
}
