import type { ReactNode } from 'react';
import { cx } from './cx';

interface Column<Row> {
  /** `actions`: what can be done with the row. */
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
  /** For many columns: on a phone each row stands as a block, its first cell above the others and each with its title. */
  readonly stacks?: boolean;
}

/** Scrolls within itself where it is wider than the page; the keyboard reaches it there. */
export function Table<Row>({ caption, columns, rows, rowKey, stacks = false }: TableProps<Row>) {
  return (
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      // Holds what is only read aloud: it would widen the page from outside.
      className={cx('relative overflow-x-auto rounded-lg border border-line bg-card', stacks && '@container')}
    >
      {/* With its roles: laid out as something else it would not be a table any more to who hears it. */}
      <table role="table" className={cx('w-full border-collapse text-sm', stacks && '@max-2xl:block')}>
        <caption className="sr-only">{caption}</caption>
        <thead role="rowgroup" className={cx(stacks && '@max-2xl:sr-only')}>
          <tr role="row" className="border-b border-line">
            {columns.map(({ name, title, isFigure }) => (
              <th
                key={name}
                role="columnheader"
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
        <tbody role="rowgroup" className={cx('divide-y divide-line', stacks && '@max-2xl:block')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className={cx(stacks && STACKED_ROW)}>
              {columns.map(({ name, title, cell, isFigure }, at) => (
                <td
                  key={name}
                  role="cell"
                  data-title={title}
                  className={cx(
                    'px-3 py-2.5 align-baseline sm:px-4',
                    isFigure && 'text-right tabular-nums',
                    stacks && STACKED_CELL,
                    stacks && (at === 0 || name === 'actions' ? '@max-2xl:col-span-2' : STACKED_PAIR),
                  )}
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

const STACKED_ROW =
  '@max-2xl:grid @max-2xl:grid-cols-2 @max-2xl:gap-x-6 @max-2xl:gap-y-1.5 @max-2xl:px-3 @max-2xl:py-3';
const STACKED_CELL = '@max-2xl:p-0 @max-2xl:sm:px-0';
/** The title and what is said under it, on one line. */
const STACKED_PAIR =
  '@max-2xl:flex @max-2xl:flex-wrap @max-2xl:items-baseline @max-2xl:justify-between @max-2xl:gap-x-2 @max-2xl:before:text-soft @max-2xl:before:content-[attr(data-title)_/_""]';
