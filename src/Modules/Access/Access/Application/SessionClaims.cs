using System.Security.Claims;
using LearningCity.BuildingBlocks.Data;
using LearningCity.BuildingBlocks.Http;
using LearningCity.BuildingBlocks.Security;

namespace LearningCity.Access.Application;

/// <summary>What the session cookie of a person carries: who, and which stamp. Names and rights are looked up with every request.</summary>
internal static class SessionClaims
{
    internal const string Scheme = "lc-session";
    internal const string Stamp = "lc:stamp";

    internal static ClaimsPrincipal PrincipalOf(SignedIn person) => new(new ClaimsIdentity(
        [
            new Claim(CallerClaims.Id, person.PersonId.ToString()),
            new Claim(CallerClaims.Kind, SnakeCase.Of(CallerKind.Person)),
            new Claim(Stamp, person.SecurityStamp),
        ],
        Scheme));
}

/// <summary>Somebody whose password was right.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="SecurityStamp">Goes into the session.</param>
internal sealed record SignedIn(Guid PersonId, string SecurityStamp);
