using LearningCity.Benchmarks;

if (args is ["empty-host", var address]) return await EmptyHost.RunAsync(address);
if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

Console.WriteLine("name value unit ratio baseline");
foreach (var benchmark in Benchmark.All.Where(benchmark => options.Wants(benchmark.Name)))
{
    await foreach (var figure in benchmark.RunAsync(options)) Console.WriteLine(figure);
}

return 0;
