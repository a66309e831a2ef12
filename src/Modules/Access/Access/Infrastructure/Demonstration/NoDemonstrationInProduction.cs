using LearningCity.Access.Application;
using LearningCity.BuildingBlocks.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace LearningCity.Access.Infrastructure.Demonstration;

/// <summary>Refuses to start in production while accounts of the demonstration exist: everybody knows their password.</summary>
internal sealed class NoDemonstrationInProduction(IAccessDb db, DemonstrationAccounts demonstration, IHostEnvironment environment) : IStartupTask
{
    public int Order => 0;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsProduction()) return;
        if (demonstration.Exist || await db.People.AnyAsync(person => person.IsDemonstration, cancellationToken))
        {
            throw new InvalidOperationException(
                "Demonstration accounts cannot exist in production. Start with an empty database and without Demonstration:Enabled.");
        }
    }
}
