using System.Reflection;
using LearningCity.BuildingBlocks.Contracts;
using LearningCity.BuildingBlocks.Hosting;
using LearningCity.BuildingBlocks.Messaging;
using LearningCity.BuildingBlocks.Outbox;
using MediatR;
using Microsoft.AspNetCore.Components;

namespace LearningCity.Architecture.Tests;

/// <summary>The walls between modules.</summary>
internal sealed class BoundaryTests
{
    private static IEnumerable<IModule> Modules => Product.Modules;

    [TestCaseSource(nameof(Modules))]
    public void Contracts_know_only_the_shared_contracts(IModule module) =>
        module.ContractsAssembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("LearningCity", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal))
            .ShouldBeSubsetOf(["LearningCity.BuildingBlocks.Contracts"]);

    [TestCaseSource(nameof(Modules))]
    public void A_module_knows_contracts_of_modules_before_it_and_nothing_else(IModule module)
    {
        var earlier = Product.Modules.TakeWhile(other => other != module).Append(module).Select(other => other.ContractsAssembly.GetName().Name);
        module.Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("LearningCity", StringComparison.Ordinal) && !name.Contains("BuildingBlocks", StringComparison.Ordinal))
            .ShouldBeSubsetOf(earlier!);
    }

    [TestCaseSource(nameof(Modules))]
    public void Only_the_module_class_and_the_pages_are_public(IModule module) =>
        module.Assembly.GetExportedTypes()
            .Where(type => type != module.GetType() && !IsPagePart(type, module))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Test]
    public void Every_message_has_exactly_one_handler()
    {
        var types = Product.Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type is { IsAbstract: false, IsInterface: false }).ToList();
        var handled = types.SelectMany(type => type.GetInterfaces())
            .Where(i => i.IsGenericType && i.GetGenericTypeDefinition() is var definition
                && (definition == typeof(IRequestHandler<,>) || definition == typeof(IStreamRequestHandler<,>)))
            .Select(i => i.GetGenericArguments()[0])
            .ToLookup(message => message);
        var messages = types.Where(type => type.IsAssignableTo(typeof(ICommandMessage))
            || type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() is var definition
                && (definition == typeof(IQuery<>) || definition == typeof(IStreamQuery<>))));
        messages.Where(message => handled[message].Count() != 1).Select(message => $"{message.FullName}: {handled[message].Count()}").ShouldBeEmpty();
    }

    [Test]
    public void Commands_are_internal_to_their_module() =>
        Product.Modules.SelectMany(module => module.ContractsAssembly.GetTypes())
            .Where(type => type.IsAssignableTo(typeof(ICommandMessage)) || type.IsAssignableTo(typeof(IRequest)))
            .ShouldBeEmpty();

    [Test]
    public void Event_names_are_unique_and_say_module_happening_and_version() =>
        new EventCatalog(Product.Assemblies).Names.ShouldAllBe(name =>
            System.Text.RegularExpressions.Regex.IsMatch(name, @"^[a-z_]+\.[a-z_]+\.v[1-9]$"));

    private static bool IsPagePart(Type type, IModule module) =>
        type.Namespace?.StartsWith(module.Assembly.GetName().Name + ".Ui", StringComparison.Ordinal) == true
        || type.IsAssignableTo(typeof(IComponent))
        || type.GetCustomAttribute<System.Runtime.CompilerServices.CompilerGeneratedAttribute>() is not null;
}
