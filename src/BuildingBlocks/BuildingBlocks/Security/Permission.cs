using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.BuildingBlocks.Security;

/// <summary>Something that a person or an API client may be allowed to do. Declared by the module that checks it.</summary>
/// <param name="Code"><c>module.action</c>.</param>
/// <param name="Name">As a sentence fragment for people: "Nhập và gửi báo cáo", "Enter and submit reports".</param>
/// <param name="Scoped">Whether it is held for a unit and all below it; if not, for the whole system.</param>
public sealed record Permission(string Code, LocalText Name, bool Scoped = true);
