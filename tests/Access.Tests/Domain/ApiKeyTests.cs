using LearningCity.Access.Domain;

namespace LearningCity.Access.Tests.Domain;

internal sealed class ApiKeyTests
{
    [Test]
    public void A_new_key_reads_back_with_its_prefix()
    {
        var key = ApiKey.New();
        ApiKey.TryRead(key.Text).ShouldBe(key);
        key.Text.ShouldStartWith($"lc_{key.Prefix}_");
    }

    [Test]
    public void Two_keys_are_never_alike() =>
        Enumerable.Range(0, 1000).Select(_ => ApiKey.New().Text).ShouldBeUnique();

    [Test]
    public void A_key_with_any_one_letter_changed_is_refused_without_asking_the_database()
    {
        var text = ApiKey.New().Text;
        for (var i = 0; i < text.Length; i++)
        {
            var changed = text[..i] + (text[i] == 'x' ? 'y' : 'x') + text[(i + 1)..];
            ApiKey.TryRead(changed).ShouldBeNull($"at {i}");
        }
    }

    [TestCase("")]
    [TestCase("lc_")]
    [TestCase("lc_abcdefgh_0123456789")]
    [TestCase("Bearer lc_abcdefgh_01234567890123456789012345678901abcdef")]
    public void What_cannot_be_a_key_is_refused(string text) => ApiKey.TryRead(text).ShouldBeNull();

    [Test]
    public void The_hash_tells_nothing_of_the_key_and_matches_it_alone()
    {
        var key = ApiKey.New();
        key.Hash.Length.ShouldBe(64);
        Secrets.Matches(key.Text, key.Hash).ShouldBeTrue();
        Secrets.Matches(ApiKey.New().Text, key.Hash).ShouldBeFalse();
    }
}
