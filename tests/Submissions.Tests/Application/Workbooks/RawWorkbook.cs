using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace LearningCity.Submissions.Tests.Application.Workbooks;

/// <summary>Changes a workbook as another program would: by its zip and its XML, without anything of the product.</summary>
internal sealed class RawWorkbook
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private readonly string _path;
    private readonly XDocument _sheet;
    private byte[] _file;

    internal RawWorkbook(Stream file, string marker = "Mã")
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        _file = copy.ToArray();
        using var package = new ZipArchive(new MemoryStream(_file));
        foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var content = entry.Open();
            var sheet = XDocument.Load(content);
            if (!sheet.Descendants(Main + "c").Any(cell => Text(cell) == marker)) continue;
            (_path, _sheet) = (entry.FullName, sheet);
            return;
        }

        throw new InvalidOperationException($"No sheet holds {marker}.");
    }

    /// <summary>The address of a column in the row of an indicator.</summary>
    internal string Address(string code, char column) => column + Cells.Single(cell => Text(cell) == code && At(cell).StartsWith('A')).Attribute("r")!.Value[1..];

    internal string? this[string code, char column] => Text(Cells.Single(cell => At(cell) == Address(code, column)));

    internal bool Has(string code, char column) => Cells.Any(cell => At(cell) == Address(code, column));

    /// <summary>All cells by address, but for a column.</summary>
    internal IReadOnlyDictionary<string, string?> Values(char except) =>
        Cells.Where(cell => At(cell)[0] != except).ToDictionary(At, Text);

    internal RawWorkbook Number(string code, char column, decimal number) =>
        Set(code, column, null, new XElement(Main + "v", number.ToString(CultureInfo.InvariantCulture)));

    internal RawWorkbook Type(string code, char column, string text) =>
        Set(code, column, "inlineStr", new XElement(Main + "is", new XElement(Main + "t", text)));

    internal RawWorkbook Clear(string code, char column) => Set(code, column, null);

    /// <summary>Changes a text wherever it stands.</summary>
    internal RawWorkbook Replace(string before, string after)
    {
        foreach (var text in _sheet.Descendants(Main + "t").Where(text => text.Value == before)) text.Value = after;
        return this;
    }

    internal byte[] Bytes()
    {
        using var copy = new MemoryStream();
        copy.Write(_file);
        using (var package = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            package.GetEntry(_path)!.Delete();
            using var content = package.CreateEntry(_path).Open();
            _sheet.Save(content);
        }

        return _file = copy.ToArray();
    }

    private IEnumerable<XElement> Cells => _sheet.Descendants(Main + "c");

    private static string At(XElement cell) => cell.Attribute("r")?.Value ?? "";

    private static string? Text(XElement cell) => cell.Descendants(Main + "t").FirstOrDefault()?.Value ?? cell.Element(Main + "v")?.Value;

    private RawWorkbook Set(string code, char column, string? type, params XElement[] content)
    {
        var address = Address(code, column);
        var cell = Cells.Single(cell => At(cell) == address);
        cell.SetAttributeValue("t", type);
        cell.ReplaceNodes(content);
        return this;
    }
}
