using System.Globalization;
using LearningCity.BuildingBlocks.Results;
using LearningCity.CriteriaCatalog.Contracts.Formulas;
using Superpower;
using Superpower.Model;
using Superpower.Parsers;
using Superpower.Tokenizers;

namespace LearningCity.CriteriaCatalog.Domain.Formulas;

/// <summary>
/// Reads formulas: numbers, + - * /, brackets, <c>min max total first</c>, and indicators by their code. A code of letters, digits and
/// underscores stands as it is (<c>I05</c>), any other in square brackets (<c>[1.1.1-a]</c>); <c>.numerator</c> and <c>.denominator</c>
/// take one part of a fraction.
/// </summary>
internal static class FormulaParser
{
    // Together they bound how deep reading and working out can nest, whoever wrote the text.
    private const int LongestFormula = 1000;
    private const int DeepestBrackets = 20;

    private static readonly Tokenizer<Word> Words = new TokenizerBuilder<Word>()
        .Ignore(Span.WhiteSpace)
        .Match(Character.EqualTo('+'), Word.Plus)
        .Match(Character.EqualTo('-'), Word.Minus)
        .Match(Character.EqualTo('*'), Word.Times)
        .Match(Character.EqualTo('/'), Word.Over)
        .Match(Character.EqualTo('('), Word.Open)
        .Match(Character.EqualTo(')'), Word.Close)
        .Match(Character.EqualTo(','), Word.Comma)
        .Match(Numerics.Decimal, Word.Number, requireDelimiters: true)
        .Match(Character.EqualTo('.'), Word.Dot)
        .Match(Span.Regex(@"\[[^\[\]]+\]"), Word.Bracketed)
        .Match(Span.Regex("[A-Za-z][A-Za-z0-9_]*"), Word.Name)
        .Build();

    private static readonly TokenListParser<Word, FormulaNode> Number =
        from token in Token.EqualTo(Word.Number).Where(token => ValueOf(token) is not null)
        select (FormulaNode)new FormulaNumber(ValueOf(token)!.Value);

    private static readonly TokenListParser<Word, FormulaPart> Part =
        from dot in Token.EqualTo(Word.Dot)
        from name in Token.EqualTo(Word.Name).Where(name => name.ToStringValue() is "numerator" or "denominator")
        select name.ToStringValue() == "numerator" ? FormulaPart.Numerator : FormulaPart.Denominator;

    private static readonly TokenListParser<Word, FormulaNode> Indicator =
        from code in Token.EqualTo(Word.Name).Select(token => token.ToStringValue())
            .Or(Token.EqualTo(Word.Bracketed).Select(token => token.ToStringValue()[1..^1].Trim()))
        from part in Part.OptionalOrDefault(FormulaPart.Value)
        select (FormulaNode)new FormulaValue(new FormulaReference(code, part));

    // A name is a function only before a bracket: an indicator may be called like one.
    private static readonly TokenListParser<Word, FormulaFunction> Function = (
        from name in Token.EqualTo(Word.Name).Where(name => Functions!.ContainsKey(name.ToStringValue()))
        from open in Token.EqualTo(Word.Open)
        select Functions![name.ToStringValue()]).Try();

    private static readonly TokenListParser<Word, FormulaNode> Call =
        from function in Function
        from arguments in Parse.Ref(() => Sum!).AtLeastOnceDelimitedBy(Token.EqualTo(Word.Comma))
        from close in Token.EqualTo(Word.Close)
        select (FormulaNode)new FormulaCall(function, arguments);

    private static readonly TokenListParser<Word, FormulaNode> Operand = Number
        .Or(Call)
        .Or(Indicator)
        .Or(Parse.Ref(() => Sum!).Between(Token.EqualTo(Word.Open), Token.EqualTo(Word.Close)));

    private static readonly TokenListParser<Word, FormulaNode> Signed =
        Token.EqualTo(Word.Minus).IgnoreThen(Operand).Select(operand => (FormulaNode)new FormulaNegation(operand)).Or(Operand);

    private static readonly TokenListParser<Word, FormulaNode> Product = Parse.Chain(
        Operator(Word.Times, FormulaOperator.Multiply).Or(Operator(Word.Over, FormulaOperator.Divide)), Signed, Operation);

    private static readonly TokenListParser<Word, FormulaNode> Sum = Parse.Chain(
        Operator(Word.Plus, FormulaOperator.Add).Or(Operator(Word.Minus, FormulaOperator.Subtract)), Product, Operation);

    private enum Word
    {
        Plus,
        Minus,
        Times,
        Over,
        Open,
        Close,
        Comma,
        Dot,
        Number,
        Bracketed,
        Name,
    }

    private static Dictionary<string, FormulaFunction> Functions { get; } = new(StringComparer.Ordinal)
    {
        ["min"] = FormulaFunction.Min,
        ["max"] = FormulaFunction.Max,
        ["total"] = FormulaFunction.Total,
        ["first"] = FormulaFunction.First,
    };

    /// <summary>The formula; a refusal that names the place of the first mistake.</summary>
    /// <param name="text">The formula as its author wrote it.</param>
    /// <param name="path">JSON path, for the refusal.</param>
    internal static BuildingBlocks.Results.Result<Formula> Read(string text, string path)
    {
        if (text.Length > LongestFormula) return FormulaFailures.FormulaTooLong.On(path, LongestFormula);
        if (Depth(text) > DeepestBrackets) return FormulaFailures.FormulaTooDeep.On(path, DeepestBrackets);
        if (string.IsNullOrWhiteSpace(text)) return FormulaFailures.FormulaUnfinished.On(path);
        var words = Words.TryTokenize(text);
        if (!words.HasValue) return At(words.ErrorPosition, text, path);
        var read = Sum.AtEnd().TryParse(words.Value);
        return read.HasValue ? new Formula(text, read.Value) : At(read.ErrorPosition, text, path);
    }

    private static Failure At(Position position, string text, string path) => position.HasValue && position.Absolute < text.Length
        ? FormulaFailures.FormulaUnreadable.On(path, position.Absolute + 1, text[position.Absolute..Math.Min(position.Absolute + 10, text.Length)])
        : FormulaFailures.FormulaUnfinished.On(path);

    private static int Depth(string text)
    {
        var (depth, deepest) = (0, 0);
        foreach (var letter in text)
        {
            if (letter == '(') deepest = Math.Max(deepest, ++depth);
            else if (letter == ')') depth--;
        }

        return deepest;
    }

    private static TokenListParser<Word, FormulaOperator> Operator(Word word, FormulaOperator meaning) => Token.EqualTo(word).Value(meaning);

    private static FormulaNode Operation(FormulaOperator meaning, FormulaNode left, FormulaNode right) => new FormulaOperation(meaning, left, right);

    private static decimal? ValueOf(Token<Word> token) =>
        decimal.TryParse(token.ToStringValue(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
}
