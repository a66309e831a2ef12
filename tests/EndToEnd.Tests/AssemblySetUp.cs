using LearningCity.EndToEnd.Tests.Harness;
using LearningCity.Testing;

namespace LearningCity.EndToEnd.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup
{
    [OneTimeTearDown]
    public async Task ForgetAsync()
    {
        await Browser.StopAsync();
        DemonstrationCity.Forget();
    }
}
