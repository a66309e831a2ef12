using LearningCity.BuildingBlocks;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LearningCity.Host;

/// <summary>
/// Traces and metrics over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> or <c>Telemetry:Endpoint</c> names a collector; nothing
/// otherwise. The framework's own sources are heard by name, without instrumentation packages.
/// </summary>
internal sealed class Observability(IConfiguration configuration) : IHostedService
{
    private const string EndpointKey = "Telemetry:Endpoint";
    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var endpoint = configuration[EndpointKey] ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        if (string.IsNullOrWhiteSpace(endpoint)) return Task.CompletedTask;
        var resource = ResourceBuilder.CreateDefault().AddService("learningcity", serviceInstanceId: configuration["Host:Name"]);
        void Export(OtlpExporterOptions options) => options.Endpoint = new Uri(endpoint);
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(Telemetry.Name, "Microsoft.AspNetCore", "System.Net.Http", "Npgsql").AddOtlpExporter(Export).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddOtlpExporter(Export).Build();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _traces?.Dispose();
        _metrics?.Dispose();
        return Task.CompletedTask;
    }
}
