using System.Collections;
using System.Runtime.CompilerServices;
using LearningCity.Testing.SqlServer;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LearningCity.Architecture.Tests.SqlServer;

/// <summary>What is sent to a SQL Server when a row of any kind is added, changed or deleted.</summary>
internal sealed class WriteTests
{
    private static readonly Guid SampleId = new("0199a000-0000-7000-8000-000000000001");

    private static IEnumerable<TestCaseData> Rows =>
        from context in MigrationScripts.Contexts
        let model = ModelOf(context)
        from entity in model.GetEntityTypes()
        where !entity.IsOwned() && entity.FindPrimaryKey() is not null && entity.GetTableName() is not null
        select new TestCaseData(context, entity.Name).SetArgDisplayNames(context.Name, entity.ShortName());

    [TestCaseSource(nameof(Rows))]
    public async Task A_row_is_written_as_SQL_Server_understands(Type context, string entity)
    {
        await WriteAsync(context, entity, EntityState.Added, "INSERT INTO");
        await WriteAsync(context, entity, EntityState.Deleted, "DELETE FROM");
        if (ModelOf(context).FindEntityType(entity)!.GetProperties().Any(property => !property.IsPrimaryKey()))
            await WriteAsync(context, entity, EntityState.Modified, "UPDATE");
    }

    private static async Task WriteAsync(Type context, string entity, EntityState state, string verb)
    {
        var recorder = new CommandRecorder();
        await using var db = SqlServerContexts.Create(context, recorder);
        db.NotAudited("Nothing is saved.");
        var type = db.Model.FindEntityType(entity)!;
        var row = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        var entry = db.Entry(row);
        Fill(entry, type);
        entry.State = state;
        var exception = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        exception.InnerException.ShouldBeOfType<RecordedException>();
        var statement = recorder.Statements.ShouldHaveSingleItem();
        statement.ShouldContain(verb);
        DialectChecker.OfProduct.Check(statement).ShouldBeEmpty(statement);
    }

    private static IModel ModelOf(Type context)
    {
        using var db = SqlServerContexts.Create(context);
        return db.Model;
    }

    private static void Fill(EntityEntry entry, IEntityType type)
    {
        foreach (var property in type.GetProperties())
        {
            var value = entry.Property(property.Name);
            if (value.CurrentValue is null || property.IsPrimaryKey()) value.CurrentValue = Sample(property.ClrType);
        }

        foreach (var reference in type.GetNavigations().Where(navigation => navigation.TargetEntityType.IsOwned() && !navigation.IsCollection))
        {
            var owned = RuntimeHelpers.GetUninitializedObject(reference.TargetEntityType.ClrType);
            entry.Reference(reference.Name).CurrentValue = owned;
        }
    }

    /// <summary>A value that can be stored: empty, but whole.</summary>
    private static object? Sample(Type type, int depth = 0)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string)) return "x";
        if (type == typeof(Guid)) return SampleId;
        if (type.IsArray) return Array.CreateInstance(type.GetElementType()!, 0);
        if (type.IsValueType) return Activator.CreateInstance(type);
        if (!type.IsAssignableTo(typeof(IEnumerable))) return Whole(RuntimeHelpers.GetUninitializedObject(type), depth);
        if (!type.IsInterface) return Activator.CreateInstance(type);
        var arguments = type.GetGenericArguments();
        var list = arguments.Length == 2 ? typeof(Dictionary<,>) : type.Name.Contains("Set", StringComparison.Ordinal) ? typeof(HashSet<>) : typeof(List<>);
        return Activator.CreateInstance(list.MakeGenericType(arguments));
    }

    private static object Whole(object value, int depth)
    {
        const int deepest = 3;
        if (depth == deepest) return value;
        foreach (var property in value.GetType().GetProperties().Where(property => property.CanWrite && property.GetIndexParameters().Length == 0))
            property.SetValue(value, Sample(property.PropertyType, depth + 1));
        return value;
    }
}
