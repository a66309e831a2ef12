using LearningCity.Testing;

namespace LearningCity.BuildingBlocks.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
