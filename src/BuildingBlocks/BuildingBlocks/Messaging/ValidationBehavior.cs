using FluentValidation;
using LearningCity.BuildingBlocks.Results;
using MediatR;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>Refuses a message whose form breaks a rule, before its handler sees it, naming every field at fault.</summary>
internal sealed class ValidationBehavior<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
    where TRequest : notnull
    where TResponse : IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, RequestHandlerDelegate<TResponse> next, CancellationToken cancellationToken)
    {
        List<Failure>? failures = null;
        foreach (var validator in validators)
        {
            var outcome = await validator.ValidateAsync(request, cancellationToken);
            foreach (var error in outcome.Errors)
                (failures ??= []).Add(ValidationRules.ToFailure(error));
        }

        return failures is null ? await next() : TResponse.Failed(failures);
    }
}
