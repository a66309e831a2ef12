namespace LearningCity.BuildingBlocks.Documents.Decree;

/// <summary>A rule of Decree 30/2020/NĐ-CP that a file can be measured against.</summary>
/// <param name="Code">Stable, in snake case: <c>motto_rule</c>.</param>
/// <param name="Source">Where the decree says so: part and number of Appendix I, and the box of its diagram.</param>
/// <param name="Vi">The rule in Vietnamese.</param>
/// <param name="En">The rule in English.</param>
public sealed record DecreeRule(string Code, string Source, string Vi, string En);

/// <summary>A place in a file that departs from a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Place">Where in the file: <c>paragraph 12</c>, <c>table 1, row 1, column 2, paragraph 3</c>, <c>section 2</c>.</param>
/// <param name="Found">What stands there.</param>
public sealed record Deviation(DecreeRule Rule, string Place, string Found);
