using System.Net;
using LearningCity.Access.Application;
using LearningCity.Access.Application.Operations;
using LearningCity.Access.Application.Webhooks;
using LearningCity.Access.Domain;
using LearningCity.BuildingBlocks;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.Testing;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LearningCity.Access.Tests.Application;

/// <summary>Webhooks are told once per event, signed, tried again, given up in the end, and never called in a private network.</summary>
internal sealed class WebhookTests(string database) : CityTest(database)
{
    private readonly Receiver _receiver = new();

    protected override void Configure(IServiceCollection services) => services.Replace(ServiceDescriptor.Singleton<IWebhookSender>(_receiver));

    [TearDown]
    public void ReleaseClock() => City.Clock.Release();

    [Test]
    public async Task A_notice_is_sent_once_and_signed_and_given_up_only_after_eight_tries()
    {
        var made = (await Send(new CreateWebhook("Hệ thống điều hành", "https://hook.example.org/in", null))).Value;
        await TellAsync(Ids.New(), twice: true);
        (await Send(new DeliverWebhooks())).Value.ShouldBe(1);
        (await Send(new DeliverWebhooks())).Value.ShouldBe(0);
        var (body, signature) = _receiver.Bodies.Single();
        signature.ShouldBe(WebhookSecrets.Sign(made.Secret, long.Parse(signature[2..signature.IndexOf(',', StringComparison.Ordinal)], null), body));
        body.ShouldContain("Nhắc hạn");

        _receiver.Refuses = true;
        await TellAsync(Ids.New(), twice: false);
        City.Clock.Show(City.Clock.GetUtcNow());
        for (var attempt = 0; attempt < Mail.MostAttempts + 1; attempt++)
        {
            (await Send(new DeliverWebhooks())).Value.ShouldBe(0);
            City.Clock.Advance(TimeSpan.FromHours(13));
        }

        _receiver.Tries.ShouldBe(1 + Mail.MostAttempts);
        var parked = (await Send(new ListTroubles())).Value.Parked.Single(delivery => delivery.Kind == DeliveryKind.Webhook);
        (parked.Attempts, parked.Error).ShouldBe((Mail.MostAttempts, "The address answered 503."));
        (await Send(new ListWebhooks())).Value.Single(webhook => webhook.Id == made.Id).Parked.ShouldBe(1);
        _receiver.Refuses = false;
        (await Send(new RetryDelivery(DeliveryKind.Webhook, parked.Id))).Succeeded.ShouldBeTrue();
        (await Send(new DeliverWebhooks())).Value.ShouldBe(1);

        (await Send(new RemoveWebhook(made.Id))).Succeeded.ShouldBeTrue();
        await TellAsync(Ids.New(), twice: false);
        (await Send(new DeliverWebhooks())).Value.ShouldBe(0);
        (await City.UseAsync<IAccessDb, string>(db => db.Webhooks.Where(w => w.Id == made.Id).Select(w => w.SealedSecret).SingleAsync()))
            .ShouldNotContain(made.Secret);
    }

    [TestCase("http://hook.example.org/")]
    [TestCase("https://localhost/")]
    [TestCase("https://127.0.0.1/")]
    [TestCase("https://10.1.2.3/")]
    [TestCase("https://169.254.169.254/latest/meta-data")]
    [TestCase("https://[::1]/")]
    [TestCase("https://[::ffff:192.168.1.1]/")]
    [TestCase("https://user:secret@hook.example.org/")]
    [TestCase("file:///etc/passwd")]
    [TestCase("hook")]
    [TestCase(null)]
    public async Task An_address_that_only_the_product_can_reach_is_refused(string? url) =>
        (await Send(new CreateWebhook("Hệ thống", url, null))).Failures.Single().Field.ShouldBe("url");

    [TestCase("192.168.4.4", true)]
    [TestCase("172.31.255.255", true)]
    [TestCase("172.32.0.1", false)]
    [TestCase("100.64.0.1", true)]
    [TestCase("fd00::1", true)]
    [TestCase("fe80::1", true)]
    [TestCase("::ffff:10.0.0.1", true)]
    [TestCase("8.8.8.8", false)]
    [TestCase("2606:4700::1111", false)]
    public void Private_networks_are_known(string address, bool isPrivate) =>
        WebhookAddress.IsPrivate(IPAddress.Parse(address)).ShouldBe(isPrivate);

    private Task<int> TellAsync(Guid eventId, bool twice) => City.UseAsync<IPublisher, int>(async publisher =>
    {
        var notice = new NotificationRequested(eventId, Ids.New(), "submissions.report", new("Nhắc hạn", "Reminder"), new("Còn 3 ngày", "3 days left"), "/");
        await publisher.Publish(notice);
        if (twice) await publisher.Publish(notice);
        return 0;
    });

    private sealed class Receiver : IWebhookSender
    {
        internal List<(string Body, string Signature)> Bodies { get; } = [];

        internal bool Refuses { get; set; }

        internal int Tries { get; private set; }

        public Task SendAsync(Uri url, Guid deliveryId, string body, string signature, CancellationToken cancellationToken)
        {
            Tries++;
            if (Refuses) throw new WebhookRefusedException("The address answered 503.");
            Bodies.Add((body, signature));
            return Task.CompletedTask;
        }
    }
}
