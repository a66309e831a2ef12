using System.Text;
using LearningCity.CriteriaCatalog.Domain;
using LearningCity.CriteriaCatalog.Domain.Packs;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace LearningCity.CriteriaCatalog.Infrastructure;

/// <summary>
/// Keeps a version's content as its canonical pack: one column that is read and written whole, and that anybody can read without the
/// program. It is opaque to queries.
/// </summary>
internal sealed class PackConverter() : ValueConverter<SetContent, string>(
    content => Encoding.UTF8.GetString(PackWriter.Write(content)),
    text => PackReader.Read(Encoding.UTF8.GetBytes(text)).Value);
