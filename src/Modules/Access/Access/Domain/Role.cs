using LearningCity.BuildingBlocks.Contracts;

namespace LearningCity.Access.Domain;

/// <summary>
/// A named bundle of permissions of all modules, given to a person for one unit and all below it, or everywhere. Access knows no other
/// module, so a role names permissions by their codes; a test checks that each code exists.
/// </summary>
/// <param name="Code">Stable, snake case.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Right">What its holder may do, as a sentence; <c>{0}</c> stands for "of Sài Gòn Ward", or nothing where it is held everywhere.</param>
/// <param name="Scoped">Whether it may be held for one unit; if not, only everywhere.</param>
/// <param name="Permissions">Codes of permissions.</param>
internal sealed record Role(string Code, LocalText Name, LocalText Right, bool Scoped, IReadOnlyList<string> Permissions);
