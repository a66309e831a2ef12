using AutoMapper;
using LearningCity.CriteriaCatalog.Api;
using Microsoft.Extensions.Logging.Abstractions;

namespace LearningCity.CriteriaCatalog.Tests.Api;

internal sealed class CatalogMappingsTests
{
    [Test]
    public void Every_field_of_a_resource_is_filled() =>
        new MapperConfiguration(mapper => mapper.AddProfile<CatalogMappings>(), NullLoggerFactory.Instance).AssertConfigurationIsValid();
}
