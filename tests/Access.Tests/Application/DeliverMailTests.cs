using LearningCity.Access.Application;
using LearningCity.Access.Application.Notices;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningCity.Access.Tests.Application;

/// <summary>Mail is queued with the notice, sent by a job, tried again when refused, and given up in the end.</summary>
[TestFixtureSource(typeof(Databases), nameof(Databases.All))]
internal sealed class DeliverMailTests(string database)
{
    private readonly Postbox _postbox = new();
    private TestDatabase _database = default!;
    private CityHost _city = default!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _database = await TestDatabase.CreateAsync(database);
        _city = await CityHost.StartAsync(
            _database,
            new Dictionary<string, string?> { ["Mail:Host"] = "mail.test", ["Mail:From"] = "khong-tra-loi@learningcity.test", ["Access:PublicAddress"] = "https://hoctap.test", ["Mail:QuietFrom"] = "00:00", ["Mail:QuietUntil"] = "00:00" },
            services => services.Replace(ServiceDescriptor.Singleton<IMailServer>(_postbox)));
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await _city.DisposeAsync();
        await _database.DisposeAsync();
    }

    [SetUp]
    public void Empty()
    {
        _postbox.Refuses = false;
        _postbox.Letters.Clear();
    }

    [TearDown]
    public void ReleaseClock() => _city.Clock.Release();

    [Test]
    public async Task A_notice_is_mailed_once_in_both_languages_with_a_link()
    {
        var email = await TellAsync();
        (await _city.SendAsync(new DeliverMail())).Value.ShouldBe(1);
        (await _city.SendAsync(new DeliverMail())).Value.ShouldBe(0);
        var letter = _postbox.Letters.Single();
        letter.To.ShouldBe(email);
        letter.Subject.ShouldBe("Nhắc hạn báo cáo");
        letter.Body.ShouldContain("https://hoctap.test/submissions");
        letter.Body.ShouldContain("Reminder");
    }

    [Test]
    public async Task A_notice_by_address_reaches_accounts_that_may_open_its_link_and_nobody_else()
    {
        var unit = Ids.New();
        var (_, mayRead) = await _city.PersonWithAsync("committee_member", unit);
        var (_, ofTheUnitButNotAddressed) = await _city.PersonWithAsync("committee_member", unit);
        var (_, elsewhere) = await _city.PersonWithAsync("committee_member", Ids.New());
        var told = new NotificationRequested(
            Ids.New(), unit, "analytics.read", new("Báo cáo nhanh đã sẵn sàng", "The briefing is ready"), new("Mở liên kết.", "Open the link."), "/briefings")
        {
            Addresses = [mayRead.ToUpperInvariant(), elsewhere, "nguoi.la@example.test"],
        };
        for (var time = 0; time < 2; time++)
        {
            await _city.UseAsync<IPublisher, int>(async publisher =>
            {
                await publisher.Publish(told);
                return 0;
            });
        }

        await _city.SendAsync(new DeliverMail());

        _postbox.Letters.Select(letter => letter.To).ShouldBe([mayRead]);
        ofTheUnitButNotAddressed.ShouldNotBe(mayRead);
    }

    [Test]
    public async Task Refused_mail_is_tried_again_later_and_parked_in_the_end()
    {
        await TellAsync();
        _postbox.Refuses = true;
        _city.Clock.Show(_city.Clock.GetUtcNow());
        for (var attempt = 0; attempt < Mail.MostAttempts; attempt++)
        {
            (await _city.SendAsync(new DeliverMail())).Value.ShouldBe(0);
            (await _city.SendAsync(new DeliverMail())).Value.ShouldBe(0);
            _city.Clock.Advance(TimeSpan.FromHours(13));
        }

        var mail = await _city.UseAsync<IAccessDb, Mail>(db => db.Mails.SingleAsync(m => m.State == MailState.Parked));
        (mail.Attempts, mail.LastError).ShouldBe((Mail.MostAttempts, "mailbox full"));
        _postbox.Tries.ShouldBe(Mail.MostAttempts);
    }

    [Test]
    public async Task Two_hosts_send_each_mail_once()
    {
        for (var i = 0; i < 10; i++) await TellAsync();
        await Task.WhenAll(_city.SendAsync(new DeliverMail()), _city.SendAsync(new DeliverMail()));
        _postbox.Letters.Count.ShouldBe(10);
        _postbox.Letters.Select(letter => letter.To).ShouldBeUnique();
    }

    private async Task<string> TellAsync()
    {
        var unit = Ids.New();
        var (_, email) = await _city.PersonWithAsync("reporter", unit);
        var told = new NotificationRequested(
            Ids.New(), unit, "submissions.report", new("Nhắc hạn báo cáo", "Reminder"), new("Còn 3 ngày.", "3 days left."), "/submissions");
        await _city.UseAsync<IPublisher, int>(async publisher =>
        {
            await publisher.Publish(told);
            return 0;
        });
        return email;
    }

    private sealed class Postbox : IMailServer
    {
        private int _tries;

        internal List<(string To, string Subject, string Body)> Letters { get; } = [];

        internal bool Refuses { get; set; }

        internal int Tries => _tries;

        public Task SendAsync(string to, string subject, string body, CancellationToken cancellationToken)
        {
            if (Refuses)
            {
                _tries++;
                throw new MailRefusedException("mailbox full", new InvalidOperationException());
            }

            lock (Letters) Letters.Add((to, subject, body));
            return Task.CompletedTask;
        }
    }
}
