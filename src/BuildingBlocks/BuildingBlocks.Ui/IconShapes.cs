using System.Collections.Frozen;
using System.Xml.Linq;
using Microsoft.AspNetCore.Components;

namespace LearningCity.BuildingBlocks.Ui;

/// <summary>The shapes of the sprite, for documents that cannot fetch it.</summary>
internal static class IconShapes
{
    private static readonly Lazy<FrozenDictionary<string, string>> Shapes = new(Read);

    /// <summary>The inner markup of an icon; empty if the sprite has no icon of that name.</summary>
    public static MarkupString Of(string name) => new(Shapes.Value.GetValueOrDefault(name, ""));

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(IconShapes).Assembly.GetManifestResourceStream("sprite.svg")!;
        return XDocument.Load(stream).Root!.Elements()
            .Where(symbol => symbol.Attribute("id") is not null)
            .ToFrozenDictionary(
                symbol => symbol.Attribute("id")!.Value,
                symbol => string.Concat(symbol.Elements().Select(Markup)));
    }

    private static string Markup(XElement shape)
    {
        var attributes = shape.Attributes().Where(a => !a.IsNamespaceDeclaration)
            .Select(a => $" {a.Name.LocalName}=\"{a.Value}\"");
        return $"<{shape.Name.LocalName}{string.Concat(attributes)}/>";
    }
}
