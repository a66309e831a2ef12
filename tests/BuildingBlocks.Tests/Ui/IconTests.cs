using System.Xml.Linq;
using LearningCity.BuildingBlocks.Ui;
using LearningCity.Host;

namespace LearningCity.BuildingBlocks.Tests.Ui;

internal sealed class IconTests
{
    [Test]
    public void Every_place_in_the_navigation_has_an_icon_of_the_sprite()
    {
        using var sprite = typeof(Icon).Assembly.GetManifestResourceStream("sprite.svg")!;
        var names = XDocument.Load(sprite).Root!.Elements().Select(symbol => symbol.Attribute("id")!.Value).ToHashSet();

        Modules.All.SelectMany(module => module.Navigation).Select(item => item.Icon).Where(icon => !names.Contains(icon)).ShouldBeEmpty();
    }
}
