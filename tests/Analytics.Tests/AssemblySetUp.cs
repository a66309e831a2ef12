using LearningCity.Testing;

namespace LearningCity.Analytics.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
