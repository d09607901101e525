import type { Session } from '@/api/queries/sessions';
import { ReferenceChip } from './reference-chip';
import { placesOf } from './references';

interface OrderListProps {
  readonly orders: NonNullable<Session['verdict']>['orders'];
}

/** What has to be mended, and where: each place leads to its lines. */
export function OrderList({ orders }: OrderListProps) {
  return (
    <ol className="grid list-decimal gap-1 pl-6">
      {orders.map(({ order, lines }) => (
        <li key={order}>
          {order} <OrderedLines lines={lines} />
        </li>
      ))}
    </ol>
  );
}

/** Where a judge points to: lines of the document, else its own words for the place. */
export function OrderedLines({ lines }: { readonly lines: string }) {
  if (lines === '') return null;
  if (placesOf(lines).length === 0) return <span className="font-mono text-xs text-soft">{lines}</span>;
  return <ReferenceChip reference={lines} state="exists" />;
}
