import type { ReactNode } from 'react';
import { cx } from './cx';

interface Column<Row> {
  readonly name: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Figures stand under each other at their end. */
  readonly isFigure?: boolean;
}

interface TableProps<Row> {
  /** What it is a table of: read aloud. */
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/** Scrolls within itself where it is wider than the page; the keyboard reaches it there. */
export function Table<Row>({ caption, columns, rows, rowKey }: TableProps<Row>) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      // Holds what is only read aloud: it would widen the page from outside.
      className="relative overflow-x-auto rounded-lg border border-line bg-card"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-line">
            {columns.map(({ name, title, isFigure }) => (
              <th
                key={name}
                scope="col"
                className={cx(
                  'px-3 py-2.5 sm:px-4 font-medium whitespace-nowrap text-soft',
                  isFigure ? 'text-right' : 'text-left',
                )}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ name, cell, isFigure }) => (
                <td
                  key={name}
                  className={cx('px-3 py-2.5 align-baseline sm:px-4', isFigure && 'text-right tabular-nums')}
                >
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
