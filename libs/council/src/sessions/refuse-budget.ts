import type { Budget, SeatSnapshot } from '@council/contracts';
import { AppError } from '@council/kernel';

/** A cap in money needs every price, those of the fallbacks included; one in tokens always holds. */
export function refuseBudget(budget: Budget | undefined, seats: readonly SeatSnapshot[]): void {
  if (budget?.usd !== undefined) refuseUnknownPrices(seats);
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
