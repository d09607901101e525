import type { Budget, SeatSnapshot } from '@council/contracts';
import { AppError } from '@council/kernel';

/**
 * A cap in money needs every price, those of the fallbacks included. A cap that nothing enforces would be a lie: until
 * the engine holds a session to what its calls reserve, each is refused.
 */
export function refuseBudget(budget: Budget | undefined, seats: readonly SeatSnapshot[]): void {
  if (budget === undefined) return;
  if (budget.usd !== undefined) refuseUnknownPrices(seats);
  throw new AppError('invalid', 'BUDGET.NOT_ENFORCED', 'this version cannot hold a session to a budget', {
    issues: [
      { path: 'budget', code: 'BUDGET.NOT_ENFORCED', message: 'budgets are not enforced yet, so none can be set' },
    ],
  });
}

function refuseUnknownPrices(seats: readonly SeatSnapshot[]): void {
  const issues = seats.flatMap(({ node_id, name, used, price, fallbacks = [] }) =>
    [{ used, price }, ...fallbacks]
      .filter((sitter) => sitter.price === null)
      .map(({ used: { provider, model } }) => ({
        path: 'budget.usd',
        code: 'BUDGET.PRICE_UNKNOWN',
        message: `${name}: the price of ${provider}/${model} is not known`,
        node_id,
      })),
  );
  if (issues.length === 0) return;
  throw new AppError('invalid', 'BUDGET.PRICE_UNKNOWN', 'a cap in money needs the price of every model', {
    detail: 'Enter the prices with PUT /api/v1/models/pricing, or cap the tokens.',
    issues,
  });
}
