using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using LearningCity.Access.Application.Webhooks;
using Microsoft.Extensions.Options;

namespace LearningCity.Access.Infrastructure;

/// <summary>
/// Webhooks over HTTPS. The guard against private networks sits where the connection is made, on the address that is really called: a name
/// that resolves elsewhere the second time gets nowhere. Redirects are not followed, answers are not read.
/// </summary>
internal sealed class HttpWebhookSender(IOptions<WebhookOptions> options) : IWebhookSender, IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, options.Value.AllowPrivate, cancellationToken),
    })
    {
        Timeout = TimeSpan.FromSeconds(10),
    };

    public async Task SendAsync(Uri url, Guid deliveryId, string body, string signature, CancellationToken cancellationToken)
    {
        if (WebhookAddress.TryParse(url.AbsoluteUri, options.Value.AllowPrivate) is null)
            throw new WebhookRefusedException($"{url.Host} is not an address that may be called.");
        using var request = new HttpRequestMessage(HttpMethod.Post, url);
        request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
        request.Headers.Add("LearningCity-Delivery", deliveryId.ToString());
        request.Headers.Add("LearningCity-Signature", signature);
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw new WebhookRefusedException($"The address answered {(int)response.StatusCode}.");
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new WebhookRefusedException(exception.InnerException?.Message ?? exception.Message, exception);
        }
    }

    public void Dispose() => _client.Dispose();

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowPrivate, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(target.Host, cancellationToken);
        var allowed = addresses.Where(address => allowPrivate || !WebhookAddress.IsPrivate(address)).ToArray();
        if (allowed.Length == 0) throw new HttpRequestException($"{target.Host} lies in a private network.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
