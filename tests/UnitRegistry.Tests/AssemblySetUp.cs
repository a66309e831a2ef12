using LearningCity.Testing;

namespace LearningCity.UnitRegistry.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
