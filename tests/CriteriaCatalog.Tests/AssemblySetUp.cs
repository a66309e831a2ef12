using LearningCity.Testing;

namespace LearningCity.CriteriaCatalog.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
