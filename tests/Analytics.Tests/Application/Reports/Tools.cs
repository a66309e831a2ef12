using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace LearningCity.Analytics.Tests.Application.Reports;

/// <summary>Reads what documents say, with tools that a machine may have.</summary>
internal static class Tools
{
    /// <summary>The text of a Word file, paragraph by paragraph.</summary>
    internal static string TextOfWord(byte[] word)
    {
        using var file = new MemoryStream(word);
        using var package = WordprocessingDocument.Open(file, isEditable: false);
        return string.Join('\n', package.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(paragraph => paragraph.InnerText));
    }

    /// <summary>The text of a PDF as pdftotext reads it; the test is skipped without it.</summary>
    internal static async Task<string> TextOfPdfAsync(byte[] pdf)
    {
        Require("pdftotext", "poppler-utils");
        return await InFolderAsync(async folder =>
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "a.pdf"), pdf);
            await RunAsync("pdftotext", folder, "-layout", "a.pdf", "a.txt");
            return await File.ReadAllTextAsync(Path.Combine(folder, "a.txt"));
        });
    }

    /// <summary>A Word file as LibreOffice prints it; the test is skipped without it.</summary>
    internal static async Task<byte[]> PrintWordAsync(byte[] word)
    {
        Require("soffice", "libreoffice-writer fonts-liberation2");
        return await InFolderAsync(async folder =>
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "a.docx"), word);
            await RunAsync(
                "soffice", folder, "--headless", $"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, "a.docx");
            return await File.ReadAllBytesAsync(Path.Combine(folder, "a.pdf"));
        });
    }

    internal static int PagesOf(string textOfPdf) => textOfPdf.Count(sign => sign == '\f');

    private static void Require(string tool, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
        if (!found) Assert.Ignore($"{tool} is not on this machine: apt-get install -y --no-install-recommends {package}.");
    }

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("learningcity-documents-");
        try
        {
            return await work(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(string tool, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, errors);
    }
}
