import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { cx } from '@/ui/cx';
import { layOut } from './layers';

const STEP = 34;
const ROW = 18;
const RADIUS = 6;
const FILLS: Readonly<Record<string, string>> = {
  agent: 'fill-accent',
  vote: 'fill-good',
  fact_check: 'fill-good',
  human_review: 'fill-warn',
  loop: 'fill-bad',
};

interface GraphPreviewProps {
  readonly graph: Schemas['GraphDefinition'];
  /** How each node is filled, where its kind is not what counts. */
  readonly looks?: (id: string) => string;
  /** For the page that is about it. */
  readonly isLarge?: boolean;
}

/** The way through: columns from left to right, a colour for each kind. */
export function GraphPreview({ graph, looks, isLarge = false }: GraphPreviewProps) {
  const { t } = useTranslation('templates');
  const { nodes, edges, columns, rows } = useMemo(() => layOut(graph), [graph]);
  const width = (columns - 1) * STEP + 4 * RADIUS;
  const height = rows * ROW + 4 * RADIUS;
  const at = ({ column, offset }: { column: number; offset: number }) => ({
    x: 2 * RADIUS + column * STEP,
    y: height / 2 + offset * ROW,
  });
  const agents = nodes.filter(({ kind }) => kind === 'agent').length;
  const label = t('picture', { steps: nodes.length, agents });
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${width} ${height}`}
      className={cx('w-full', isLarge ? 'h-52' : 'h-20')}
    >
      {edges.map(([from, to]) => {
        const [a, b] = [at(from), at(to)];
        const isBack = to.column <= from.column;
        // A way back runs below the others, so that it is not taken for one of them.
        const bend = isBack ? height - 2 : (a.y + b.y) / 2;
        return (
          <path
            key={`${from.id} ${to.id}`}
            d={`M${a.x} ${a.y}Q${(a.x + b.x) / 2} ${bend} ${b.x} ${b.y}`}
            className="fill-none stroke-line-strong"
            strokeDasharray={isBack ? '3 2' : undefined}
          />
        );
      })}
      {nodes.map((node) => {
        const { x, y } = at(node);
        const look = looks?.(node.id) ?? FILLS[node.kind] ?? 'fill-soft';
        return <circle key={node.id} cx={x} cy={y} r={RADIUS} className={look} />;
      })}
    </svg>
  );
}
