using System.Data;
using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace LearningCity.Testing.SqlServer;

/// <summary>Takes the connection for open.</summary>
internal sealed class NoConnection : DbConnectionInterceptor
{
    internal static readonly NoConnection Instance = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult.Suppress());
}

/// <summary>Hands out transactions that are none.</summary>
internal sealed class NoTransaction : DbTransactionInterceptor
{
    internal static readonly NoTransaction Instance = new();

    public override InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result) =>
        InterceptionResult<DbTransaction>.SuppressWithResult(new Transaction(connection, eventData.IsolationLevel));

    public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result,
        CancellationToken cancellationToken = default) => new(TransactionStarting(connection, eventData, result));

    public override InterceptionResult CreatingSavepoint(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result) =>
        InterceptionResult.Suppress();

    private sealed class Transaction(DbConnection connection, IsolationLevel isolation) : DbTransaction
    {
        public override IsolationLevel IsolationLevel => isolation;

        protected override DbConnection DbConnection => connection;

        public override void Commit()
        {
            // Nothing was sent.
        }

        public override void Rollback()
        {
            // Nothing was sent.
        }
    }
}

/// <summary>Lets a query that was written for one database's model be asked of another's.</summary>
internal sealed class RootsOfThisModel : IQueryExpressionInterceptor
{
    internal static readonly RootsOfThisModel Instance = new();

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        new Rewriter(eventData.Context!.Model).Visit(queryExpression);

    private sealed class Rewriter(IModel model) : ExpressionVisitor
    {
        /// <summary>A split query sends its second statement when it has read the first; as one statement it shows all of its tables at once.</summary>
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Method.Name == nameof(RelationalQueryableExtensions.AsSplitQuery)
                && node.Method.DeclaringType == typeof(RelationalQueryableExtensions)
                ? Visit(node.Arguments[0])
                : base.VisitMethodCall(node);

        protected override Expression VisitExtension(Expression node)
        {
            if (node is not EntityQueryRootExpression root) return base.VisitExtension(node);
            return node.GetType() == typeof(EntityQueryRootExpression)
                ? new EntityQueryRootExpression(model.FindEntityType(root.EntityType.Name)!)
                : throw new NotSupportedException($"{node.GetType().Name}: SQL written by hand has no place in a module.");
        }
    }
}
