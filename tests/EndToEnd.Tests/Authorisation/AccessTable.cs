namespace LearningCity.EndToEnd.Tests.Authorisation;

/// <summary>
/// Who gets in: <c>n</c>obody signed in, the reporter whose <c>o</c>wn submission it is, a reporter of another unit (<c>x</c>), a
/// <c>r</c>eviewer of the Department, its period <c>m</c>anager (who reviews too), a <c>c</c>ommittee member, a catalogue <c>e</c>ditor, a registry
/// <c>k</c>eeper, an <c>a</c>dministrator.
/// </summary>
internal static class AccessTable
{
    /// <summary>Everybody who is signed in.</summary>
    private const string Everybody = "oxrmceka";

    /// <summary>The unit itself, those it reports to, and those who see the whole city.</summary>
    private const string WhoMaySeeIt = "ormceka";

    internal static IReadOnlyDictionary<string, string> Expected { get; } = new Dictionary<string, string>
    {
        // Access
        ["GET /api/v1/me"] = Everybody,
        ["GET /api/v1/roles"] = Everybody,
        ["GET /api/v1/notices"] = Everybody,
        ["POST /api/v1/notices/{noticeId}/read"] = Everybody,
        ["GET /api/v1/audit"] = "a",
        ["GET /api/v1/users"] = "a",
        ["POST /api/v1/users"] = "a",
        ["GET /api/v1/users/{userId}"] = "a",
        ["PUT /api/v1/users/{userId}"] = "a",
        ["POST /api/v1/users/{userId}/activate"] = "a",
        ["POST /api/v1/users/{userId}/deactivate"] = "a",
        ["POST /api/v1/users/{userId}/password-link"] = "a",
        ["POST /api/v1/users/{userId}/personal-data"] = "a",
        ["POST /api/v1/users/{userId}/erase"] = "a",
        ["GET /api/v1/api-clients"] = "a",
        ["POST /api/v1/api-clients"] = "a",
        ["POST /api/v1/api-clients/{clientId}/revoke"] = "a",

        ["GET /api/v1/jobs"] = "a",
        ["POST /api/v1/jobs/{name}/run"] = "a",
        ["GET /api/v1/webhooks"] = "a",
        ["POST /api/v1/webhooks"] = "a",
        ["DELETE /api/v1/webhooks/{webhookId}"] = "a",

        // CriteriaCatalog
        ["GET /api/v1/criteria-sets"] = Everybody,
        ["GET /api/v1/criteria-sets/{code}"] = Everybody,
        ["GET /api/v1/criteria-sets/{code}/versions/{number}"] = Everybody,
        ["GET /api/v1/criteria-sets/{code}/versions/{number}/export"] = Everybody,
        ["POST /api/v1/criteria-sets/import"] = "e",
        ["POST /api/v1/criteria-sets/{code}/versions/{number}/publish"] = "e",
        ["POST /api/v1/criteria-sets/{code}/versions/{number}/retire"] = "e",
        ["POST /api/v1/criteria-sets"] = "e",
        ["POST /api/v1/criteria-sets/{code}/versions"] = "e",
        ["POST /api/v1/criteria-sets/{code}/versions/{number}/edits"] = "e",
        ["DELETE /api/v1/criteria-sets/{code}/versions/{number}"] = "e",
        ["GET /api/v1/criteria-sets/{code}/versions/{number}/diff"] = Everybody,
        ["GET /api/v1/indicators"] = Everybody,
        ["GET /api/v1/crosswalks"] = Everybody,
        ["GET /api/v1/crosswalks/{id}"] = Everybody,
        ["POST /api/v1/crosswalks"] = "e",
        ["POST /api/v1/crosswalks/{id}/approve"] = "e",
        ["POST /api/v1/crosswalks/{id}/refuse"] = "e",
        ["POST /api/v1/crosswalks/{id}/end"] = "e",
        ["GET /api/v1/reference-series"] = Everybody,
        ["POST /api/v1/reference-series"] = "e",
        ["GET /api/v1/reference-series/{code}"] = Everybody,
        ["GET /api/v1/reference-series/{code}/releases"] = Everybody,
        ["POST /api/v1/reference-series/{code}/releases"] = "e",
        ["GET /api/v1/reference-series/{code}/observations"] = Everybody,
        ["GET /api/v1/reference-series/{code}/changes"] = Everybody,
        ["GET /api/v1/catalog-review/uncovered-criteria"] = Everybody,
        ["GET /api/v1/catalog-review/asked-twice"] = Everybody,

        // UnitRegistry
        ["GET /api/v1/units"] = Everybody,
        ["GET /api/v1/units/{id}"] = Everybody,
        ["GET /api/v1/units/{id}/lineage"] = Everybody,
        ["GET /api/v1/units/by-identifier/{scheme}/{value}"] = Everybody,
        ["GET /api/v1/units/{id}/identifiers"] = Everybody,
        ["POST /api/v1/units/{id}/identifiers"] = "k",
        ["GET /api/v1/units/{id}/focal-points"] = Everybody,
        ["POST /api/v1/units/{id}/focal-points"] = "k",
        ["POST /api/v1/focal-points/{id}/end"] = "k",
        ["POST /api/v1/focal-points/{id}/erase"] = "k",
        ["GET /api/v1/units/{id}/recognitions"] = Everybody,
        ["POST /api/v1/units/{id}/recognitions"] = "k",
        ["POST /api/v1/recognitions/{id}/withdraw"] = "k",
        ["GET /api/v1/units/{id}/committees"] = Everybody,
        ["POST /api/v1/committees/{id}/end"] = "k",
        ["GET /api/v1/units/{id}/hand-over"] = Everybody,
        ["POST /api/v1/units/{id}/hand-over"] = "k",
        ["GET /api/v1/unit-groups"] = Everybody,
        ["POST /api/v1/unit-groups"] = "k",
        ["GET /api/v1/unit-groups/{id}"] = Everybody,
        ["PUT /api/v1/unit-groups/{id}/members"] = "k",
        ["GET /api/v1/units/{id}/lineage/steps"] = Everybody,
        ["GET /api/v1/units/branch"] = Everybody,
        ["POST /api/v1/units/import"] = "k",
        ["GET /api/v1/reorganisations"] = Everybody,
        ["GET /api/v1/reorganisations/{id}"] = Everybody,
        ["GET /api/v1/reorganisations/{id}/decision"] = Everybody,
        ["POST /api/v1/reorganisations/decision-files"] = "k",
        ["GET /api/v1/focal-points/export"] = "k",
        ["POST /api/v1/reorganisations"] = "k",
        ["GET /api/v1/committees"] = Everybody,
        ["POST /api/v1/committees"] = "k",
        ["GET /api/v1/committees/coverage"] = Everybody,

        // ReportingPeriods
        ["GET /api/v1/periods"] = Everybody,
        ["POST /api/v1/periods"] = "m",
        ["GET /api/v1/periods/preview"] = Everybody,
        ["GET /api/v1/periods/{code}"] = Everybody,
        ["POST /api/v1/periods/{code}/open"] = "m",
        ["POST /api/v1/periods/{code}/close"] = "m",
        ["GET /api/v1/periods/{code}/obligations"] = Everybody,
        ["GET /api/v1/periods/{code}/reminders"] = Everybody,
        ["POST /api/v1/obligations/{id}/extension"] = "m",
        ["GET /api/v1/calendar"] = Everybody,
        ["GET /api/v1/cycles"] = Everybody,
        ["PUT /api/v1/cycles/{code}"] = "m",
        ["POST /api/v1/cycles/{code}/assignments"] = "m",
        ["POST /api/v1/cycles"] = "m",
        ["POST /api/v1/cycles/{code}/assignments/{assignment}/end"] = "m",
        ["GET /api/v1/periods/{code}/opening"] = "m",
        ["GET /api/v1/periods/{code}/hand-overs"] = "m",
        ["POST /api/v1/obligations/{id}/hand-over"] = "m",
        ["POST /api/v1/obligations/{id}/extension-requests"] = "ox",
        ["GET /api/v1/extension-requests"] = Everybody,
        ["POST /api/v1/extension-requests/{id}/answer"] = "m",
        ["GET /api/v1/calendar/days"] = Everybody,
        ["POST /api/v1/calendar/days"] = "m",
        ["GET /api/v1/reminder-policy"] = Everybody,
        ["PUT /api/v1/reminder-policy"] = "m",

        // Submissions: of the first reporter
        ["GET /api/v1/submissions"] = Everybody,
        ["POST /api/v1/submissions/submit"] = "ox",
        ["POST /api/v1/submissions/approve"] = "rm",
        ["GET /api/v1/submissions/{id}"] = WhoMaySeeIt,
        ["GET /api/v1/submissions/{id}/revisions"] = WhoMaySeeIt,
        ["PUT /api/v1/submissions/{id}/cells"] = "o",
        ["PUT /api/v1/submissions/{id}/narrative"] = "o",
        ["POST /api/v1/submissions/{id}/submit"] = "o",
        ["POST /api/v1/submissions/{id}/withdraw"] = "o",
        ["POST /api/v1/submissions/{id}/evidence"] = "o",
        ["GET /api/v1/submissions/{id}/workbook"] = "o",
        ["POST /api/v1/submissions/{id}/workbook"] = "o",
        ["POST /api/v1/submissions/{id}/review"] = "rm",
        ["POST /api/v1/submissions/{id}/return"] = "rm",
        ["POST /api/v1/submissions/{id}/approve"] = "rm",
        ["GET /api/v1/evidence/{id}"] = Everybody,
        ["GET /api/v1/values"] = Everybody,
        ["POST /api/v1/values"] = "ox",

        // Analytics: of the first reporter's unit; who has a committee is no secret
        ["GET /api/v1/analytics/rollups"] = WhoMaySeeIt,
        ["GET /api/v1/analytics/completeness"] = WhoMaySeeIt,
        ["GET /api/v1/analytics/trends"] = WhoMaySeeIt,
        ["GET /api/v1/analytics/years/{year}"] = "noxrmceka",
        ["GET /api/v1/analytics/export"] = "ormceka",
        ["GET /api/v1/analytics/export/datapackage.json"] = "ormceka",
        ["GET /api/v1/analytics/committees"] = Everybody,
        ["POST /api/v1/analytics/recompute"] = "ma",
        ["GET /api/v1/trace/{code}"] = Everybody,
        ["POST /api/v1/briefings"] = "mc",
        ["GET /api/v1/briefings"] = Everybody,
        ["GET /api/v1/briefings/{id}"] = Everybody,
        ["GET /api/v1/briefings/{id}/pdf"] = Everybody,
    };

    /// <summary>Bodies that get as far as the check of the unit.</summary>
    internal static IReadOnlyDictionary<string, string> Bodies { get; } = new Dictionary<string, string>
    {
        ["PUT /api/v1/submissions/{id}/cells"] = """{"cells": []}""",
        ["PUT /api/v1/submissions/{id}/narrative"] = """{"version": 0, "results": "Kết quả"}""",
        ["POST /api/v1/submissions/{id}/return"] = """{"cells": []}""",
        ["POST /api/v1/submissions/submit"] = """{"submissions": []}""",
        ["POST /api/v1/submissions/approve"] = """{"submissions": []}""",
    };
}
