using System.Globalization;
using LearningCity.BuildingBlocks.Results;
using LearningCity.BuildingBlocks.Security;
using LearningCity.BuildingBlocks.Time;
using LearningCity.BuildingBlocks.Ui;
using MediatR;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace LearningCity.UnitRegistry.Ui;

/// <summary>A part of a unit's page that shows one kind of record on a day, and to keepers a form that adds one.</summary>
public abstract class RecordComponent : LocalizedComponent
{
    /// <summary>The unit.</summary>
    [Parameter, EditorRequired]
    public Guid UnitId { get; set; }

    /// <summary>As of this day; today without it.</summary>
    [Parameter]
    public DateOnly? AsOf { get; set; }

    /// <summary>The request.</summary>
    [CascadingParameter]
    public HttpContext Context { get; set; } = default!;

    /// <summary>Sends messages.</summary>
    [Inject]
    protected ISender Sender { get; set; } = default!;

    /// <summary>Checks what the reader may do.</summary>
    [Inject]
    protected Guardian Guardian { get; set; } = default!;

    /// <summary>The clock.</summary>
    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    /// <summary>The day that is shown.</summary>
    protected DateOnly Day => AsOf ?? CityTime.Today(Clock);

    /// <summary>Whether the reader keeps the unit.</summary>
    protected bool MayKeep { get; private set; }

    /// <summary>What is to be put right in the form.</summary>
    protected IReadOnlyList<FieldProblem> Problems { get; private set; } = [];

    /// <summary>Reads what is shown.</summary>
    protected abstract Task ReadAsync();

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        MayKeep = (await Guardian.RequireAsync(UnitRegistryPermissions.Keep, UnitId, Context.RequestAborted)).Succeeded;
        await ReadAsync();
    }

    /// <summary>A text field of the form that was sent.</summary>
    protected string Typed(string field) => Context.Request.HasFormContentType ? Context.Request.Form[field].ToString() : "";

    /// <summary>A day of the form; null where it is empty or none.</summary>
    protected DateOnly? TypedDay(string field) =>
        DateOnly.TryParseExact(Typed(field), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>After a command: shows the unit anew, or what is to be put right.</summary>
    private protected void Done(IReadOnlyList<Failure> failures)
    {
        if (failures.Count == 0) Context.Response.Redirect($"/units/{UnitId}?asOf={Day:yyyy-MM-dd}");
        else Problems = [.. failures.Select(failure => new FieldProblem(null, failure.Message(Language)))];
    }

    /// <summary>Says that a day is missing.</summary>
    private protected void DayMissing() => Problems = [new FieldProblem(null, T("Vui lòng nhập ngày.", "Enter the date."))];
}
