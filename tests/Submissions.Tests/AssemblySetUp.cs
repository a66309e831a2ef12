using LearningCity.Testing;

namespace LearningCity.Submissions.Tests;

[SetUpFixture]
internal sealed class AssemblySetUp : TemplateCleanup;
