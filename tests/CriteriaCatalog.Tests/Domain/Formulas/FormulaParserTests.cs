using FsCheck;
using FsCheck.Fluent;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using LearningCity.CriteriaCatalog.Domain.Formulas;

namespace LearningCity.CriteriaCatalog.Tests.Domain.Formulas;

internal sealed class FormulaParserTests
{
    private static readonly Config Law = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241030, 3);

    private static decimal? Value(string text) => FormulaParser.Read(text, "$").Value.Evaluate(reference => reference switch
    {
        { Code: "I1", Part: FormulaPart.Value } => 0.1m,
        { Code: "I1", Part: FormulaPart.Numerator } => 7,
        { Code: "I1", Part: FormulaPart.Denominator } => 70,
        { Code: "I2" } => 0.2m,
        { Code: "1.1.1-a" } => 5,
        { Code: "min" } => 3,
        { Code: "Great" } => decimal.MaxValue,
        { Code: "Zero" } => 0,
        _ => null,
    });

    [TestCase("I1 + I2", 0.3, Description = "exact: no binary fraction")]
    [TestCase("1+2*3-4/2", 5)]
    [TestCase("(1+2)*3", 9)]
    [TestCase("10-3-2", 5)]
    [TestCase("-I1 * -2", 0.2)]
    [TestCase("[1.1.1-a] / 2", 2.5)]
    [TestCase("[ 1.1.1-a ] - 1", 4)]
    [TestCase("I1.numerator / I1.denominator * 100", 10)]
    [TestCase("min(3, 2, 5) + max(1, I2)", 3)]
    [TestCase("total(I1, Missing, I2)", 0.3)]
    [TestCase("first(Missing, 4)", 4)]
    [TestCase("min + 1", 4, Description = "a code may be called like a function")]
    [TestCase("1.50", 1.5)]
    public void Works_out(string text, decimal expected) => Value(text).ShouldBe(expected);

    [TestCase("I1 / Zero", Description = "division by zero")]
    [TestCase("I1 / (I2 - I2)")]
    [TestCase("I1 + Missing", Description = "a value is missing")]
    [TestCase("min(I1, Missing)")]
    [TestCase("total(Missing)")]
    [TestCase("Great + Great", Description = "greater than can be kept")]
    [TestCase("Great * 2 / 2")]
    public void What_cannot_be_worked_out_is_not_available_and_no_error(string text) => Value(text).ShouldBeNull();

    [TestCase("I1 + * 2", 6)]
    [TestCase("I1 ! I2", 4)]
    [TestCase("I1 I2", 4)]
    [TestCase("tỷ lệ", 2)]
    [TestCase("I1.name", 4)]
    [TestCase(")", 1)]
    [TestCase("99999999999999999999999999999999", 1)]
    public void Names_the_place_of_the_first_mistake(string text, int place)
    {
        var failure = FormulaParser.Read(text, "$.formula").Failures.ShouldHaveSingleItem();
        (failure.Field, failure.Code, failure.Arguments[0]).ShouldBe(("$.formula", "criteria_catalog.formula_unreadable", place));
    }

    [TestCase("")]
    [TestCase("  ")]
    [TestCase("I1 +")]
    [TestCase("min(1, 2")]
    [TestCase("(1")]
    public void Says_what_is_not_finished(string text) =>
        FormulaParser.Read(text, "$").Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.formula_unfinished");

    [Test]
    public void Hostile_depth_and_length_are_refused_before_they_are_read()
    {
        FormulaParser.Read(new string('(', 900), "$").Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.formula_too_deep");
        FormulaParser.Read(new string('1', 5000), "$").Failures.ShouldHaveSingleItem().Code.ShouldBe("criteria_catalog.formula_too_long");
        FormulaParser.Read(new string('-', 900), "$").Succeeded.ShouldBeFalse();
        Value("1" + string.Concat(Enumerable.Repeat("+1", 499))).ShouldBe(500);
    }

    [Test]
    public void References_are_each_named_once() =>
        FormulaParser.Read("I1 + I2 - I1 + I1.numerator", "$").Value.References.Select(reference => (reference.Code, reference.Part))
            .ShouldBe([("I1", FormulaPart.Value), ("I2", FormulaPart.Value), ("I1", FormulaPart.Numerator)]);

    [Test]
    public void Reading_what_was_written_gives_the_same_tree() =>
        Prop.ForAll(Trees(3).ToArbitrary(), tree => FormulaParser.Read(Written(tree), "$").Value.Root.ToString() == tree.ToString()).Check(Law);

    private static Gen<FormulaNode> Trees(int depth)
    {
        var leaves = Gen.OneOf(
            Gen.Choose(0, 999).Select(number => (FormulaNode)new FormulaNumber(number / 10m)),
            from code in Gen.Elements("I1", "1.1.1-a", "min", "first")
            from part in Gen.Elements(Enum.GetValues<FormulaPart>())
            select (FormulaNode)new FormulaValue(new FormulaReference(code, part)));
        if (depth == 0) return leaves;
        return Gen.OneOf(
            leaves,
            from operation in Gen.Elements(Enum.GetValues<FormulaOperator>())
            from left in Trees(depth - 1)
            from right in Trees(depth - 1)
            select (FormulaNode)new FormulaOperation(operation, left, right),
            Trees(depth - 1).Select(operand => (FormulaNode)new FormulaNegation(operand)));
    }

    private static string Written(FormulaNode node) => node switch
    {
        FormulaNumber number => number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        FormulaValue { Reference: var reference } => $"[{reference.Code}]" + (reference.Part == FormulaPart.Value ? "" : "." + reference.Part.ToString().ToLowerInvariant()),
        FormulaNegation negation => $"(-({Written(negation.Operand)}))",
        FormulaOperation operation => $"({Written(operation.Left)} {"+-*/"[(int)operation.Operator]} {Written(operation.Right)})",
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };
}
