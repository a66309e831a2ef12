using LearningCity.Testing;

namespace LearningCity.Access.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
