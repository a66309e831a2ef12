using LearningCity.Analytics.Domain;

namespace LearningCity.Analytics.Tests.Domain;

internal sealed class TraceCodeTests
{
    private const string Signs = "123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Test]
    public void The_same_figure_always_has_the_same_code()
    {
        TraceCode.Of("live/2024-H2/79/I05").ShouldBe(TraceCode.Of("live/2024-H2/79/I05"));
        TraceCode.Of("live/2024-H2/79/I05").ShouldNotBe(TraceCode.Of("live/2024-H2/79/I06"));
    }

    [Test]
    public void A_code_is_read_as_people_type_it()
    {
        var code = TraceCode.Of("a figure");
        TraceCode.TryRead(" " + code.Replace("-", "").ToLowerInvariant(), out var read).ShouldBeTrue();
        read.ShouldBe(code);
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("K7F2A")]
    [TestCase("00000-00000-0")]
    [TestCase("'; DROP TABLE--")]
    public void What_is_no_code_is_refused(string? text) => TraceCode.TryRead(text, out _).ShouldBeFalse();

    [Test]
    public void One_wrong_sign_or_two_that_changed_places_are_found()
    {
        for (var figure = 0; figure < 50; figure++)
        {
            var signs = TraceCode.Of($"figure {figure}").Replace("-", "").ToCharArray();
            for (var place = 0; place < signs.Length; place++)
            {
                foreach (var wrong in Signs.Where(sign => sign != signs[place]))
                {
                    var typed = (char[])signs.Clone();
                    typed[place] = wrong;
                    TraceCode.TryRead(new string(typed), out _).ShouldBeFalse();
                }

                for (var other = 0; other < place; other++)
                {
                    if (signs[place] == signs[other]) continue;
                    var typed = (char[])signs.Clone();
                    (typed[place], typed[other]) = (typed[other], typed[place]);
                    TraceCode.TryRead(new string(typed), out _).ShouldBeFalse();
                }
            }
        }
    }
}
