import type { SeatSnapshot, SessionCreated } from '@council/contracts';
import { AppError } from '@council/kernel';

/** A cap in money, the session's own or its group's, needs every price, those of the fallbacks included. */
export function refuseBudget({ budget, group, seats }: SessionCreated): void {
  if (budget?.usd !== undefined) refuseUnknownPrices(seats, 'budget.usd');
  if (group?.has_budget === true) refuseUnknownPrices(seats, 'group_uuid');
}

function refuseUnknownPrices(seats: readonly SeatSnapshot[], path: string): void {
  const issues = seats.flatMap(({ node_id, name, used, price, fallbacks = [] }) =>
    [{ used, price }, ...fallbacks]
      .filter((sitter) => sitter.price === null)
      .map(({ used: { provider, model } }) => ({
        path,
        code: 'BUDGET.PRICE_UNKNOWN',
        message: `${name}: the price of ${provider}/${model} is not known`,
        node_id,
      })),
  );
  if (issues.length === 0) return;
  throw new AppError('invalid', 'BUDGET.PRICE_UNKNOWN', 'a cap in money needs the price of every model', {
    detail: 'Enter the prices with PUT /api/v1/models/pricing, or cap the tokens of the session.',
    issues,
  });
}
