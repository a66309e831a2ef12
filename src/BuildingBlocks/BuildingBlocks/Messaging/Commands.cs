using LearningCity.BuildingBlocks.Results;
using MediatR;

namespace LearningCity.BuildingBlocks.Messaging;

/// <summary>What every command is: it changes something, in one module and one transaction, and is audited.</summary>
public interface ICommandMessage;

/// <summary>A command that answers nothing.</summary>
public interface ICommand : IRequest<Result>, ICommandMessage;

/// <summary>A command that answers a <typeparamref name="T"/>.</summary>
public interface ICommand<T> : IRequest<Result<T>>, ICommandMessage;

/// <summary>Carries out a command that answers nothing.</summary>
public interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Result>
    where TCommand : ICommand;

/// <summary>Carries out a command that answers a <typeparamref name="T"/>.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>>
    where TCommand : ICommand<T>;
