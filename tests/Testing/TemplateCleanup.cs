using NUnit.Framework;

namespace LearningCity.Testing;

/// <summary>Removes the templates after the last test of an assembly; a test project derives its set-up fixture from it.</summary>
public abstract class TemplateCleanup
{
    [OneTimeTearDown]
    public Task RemoveTemplatesAsync() => TestDatabase.DisposeTemplatesAsync();
}
