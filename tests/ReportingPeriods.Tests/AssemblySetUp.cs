using LearningCity.Testing;

namespace LearningCity.ReportingPeriods.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
