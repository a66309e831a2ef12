using LearningCity.Host;

var builder = WebApplication.CreateBuilder(args);
builder.AddLearningCity();
var app = builder.Build();
if (await Commands.TryRunAsync(app, args) is { } exitCode) return exitCode;
await app.StartLearningCityAsync();
app.GreetWhenStarted();
await app.RunAsync();
return 0;
