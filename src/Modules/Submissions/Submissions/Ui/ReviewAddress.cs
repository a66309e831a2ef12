using System.Globalization;
using LearningCity.BuildingBlocks.Data;
using LearningCity.Submissions.Application;
using Microsoft.AspNetCore.Http;

namespace LearningCity.Submissions.Ui;

/// <summary>How the reviewers' pages write what was chosen into addresses and forms, and read it back.</summary>
internal static class ReviewAddress
{
    /// <summary>A report in the version that was seen, as a tick box carries it.</summary>
    internal static string Item(Guid id, int version) => string.Create(CultureInfo.InvariantCulture, $"{id}:{version}");

    /// <summary>Reports out of tick boxes; what cannot be read is left out.</summary>
    internal static List<SubmissionRef> Items(IEnumerable<string?> items)
    {
        var refs = new List<SubmissionRef>();
        foreach (var item in items)
        {
            if (item?.Split(':') is [var id, var version] && Guid.TryParse(id, out var key)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var seen)) refs.Add(new SubmissionRef(key, seen));
        }

        return refs;
    }

    internal static InboxFilter Filter(string? text) => SnakeCase.TryParse<InboxFilter>(text, out var filter) ? filter : InboxFilter.All;

    internal static InboxOwner Owner(string? text) => SnakeCase.TryParse<InboxOwner>(text, out var owner) ? owner : InboxOwner.Anybody;

    /// <summary>The inbox, or another page over the same part of it.</summary>
    internal static string Of(string path, InboxFilter filter, InboxOwner owner, int page = 1)
    {
        var query = QueryString.Empty;
        if (filter != InboxFilter.All) query = query.Add("filter", SnakeCase.Of(filter));
        if (owner != InboxOwner.Anybody) query = query.Add("owner", SnakeCase.Of(owner));
        if (page > 1) query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return path + query;
    }
}
