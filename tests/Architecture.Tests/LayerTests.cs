using LearningCity.BuildingBlocks.Hosting;
using Mono.Cecil;

namespace LearningCity.Architecture.Tests;

/// <summary>Layers are folders; dependencies point inward (ADR 1). Read from the compiled types, over every module in the host's list.</summary>
internal sealed class LayerTests
{
    private static readonly Dictionary<string, string[]> Forbidden = new()
    {
        ["Domain"] = [".Application", ".Infrastructure", ".Api", ".Ui", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "MediatR"],
        ["Application"] = [".Infrastructure", ".Api", ".Ui", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Components"],
        ["Infrastructure"] = [".Api"],
        ["Api"] = [".Infrastructure", "Microsoft.EntityFrameworkCore"],
        ["Ui"] = [".Infrastructure", "Microsoft.EntityFrameworkCore"],
    };

    private static IEnumerable<IModule> Modules => Product.Modules;

    [TestCaseSource(nameof(Modules))]
    public void Dependencies_of_a_module_point_inward(IModule module)
    {
        using var assembly = AssemblyDefinition.ReadAssembly(module.Assembly.Location);
        var root = module.Assembly.GetName().Name!;
        var violations =
            from type in assembly.MainModule.GetTypes()
            let layer = LayerOf(type, root)
            where layer is not null && Forbidden.ContainsKey(layer)
            from used in UsedTypes(type)
            from forbidden in Forbidden[layer]
            where forbidden[0] == '.' ? IsIn(used, root + forbidden) : IsIn(used, forbidden)
            select $"{type.FullName} uses {used}";
        violations.Distinct().ShouldBeEmpty();
    }

    private static bool IsIn(string type, string space) => type.StartsWith(space + ".", StringComparison.Ordinal);

    private static string? LayerOf(TypeDefinition type, string root)
    {
        while (type.DeclaringType is not null) type = type.DeclaringType;
        return type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static IEnumerable<string> UsedTypes(TypeDefinition type)
    {
        var used = new List<TypeReference?> { type.BaseType };
        used.AddRange(type.Interfaces.Select(i => i.InterfaceType));
        used.AddRange(type.Fields.Select(f => f.FieldType));
        foreach (var method in type.Methods)
        {
            used.Add(method.ReturnType);
            used.AddRange(method.Parameters.Select(p => p.ParameterType));
            if (!method.HasBody) continue;
            used.AddRange(method.Body.Variables.Select(v => v.VariableType));
            foreach (var instruction in method.Body.Instructions)
            {
                if (instruction.Operand is TypeReference direct) used.Add(direct);
                if (instruction.Operand is MemberReference member) used.Add(member.DeclaringType);
            }
        }

        return used.OfType<TypeReference>().SelectMany(Parts).Select(reference => reference.FullName);
    }

    private static IEnumerable<TypeReference> Parts(TypeReference reference) => reference switch
    {
        GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
        TypeSpecification specification => Parts(specification.ElementType),
        _ => [reference],
    };
}
