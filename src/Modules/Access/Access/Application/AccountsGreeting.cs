using LearningCity.BuildingBlocks.Hosting;

namespace LearningCity.Access.Application;

/// <summary>Names the demonstration accounts on the console, as the sign-in page does; silent without demonstration data.</summary>
internal sealed class AccountsGreeting(DemonstrationAccounts accounts) : IGreeting
{
    public Task<IReadOnlyList<string>> LinesAsync(string address, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(accounts.Exist
            ?
            [
                $"Demonstration accounts, password {DemonstrationAccounts.Password}:",
                .. DemonstrationAccounts.Named.Select(account => $"  {account.SignInName,-16}{account.What.Vi} / {account.What.En}"),
            ]
            : []);
}
