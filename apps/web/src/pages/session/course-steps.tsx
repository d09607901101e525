import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '@/i18n/format';
import { layOut } from '@/templates/layers';
import { cx } from '@/ui/cx';
import { Money } from '@/ui/money';
import { nodeLook } from './node-looks';
import type { NodeCourse, RoomLog } from './room-log';

type Graph = NonNullable<RoomLog['created']>['graph'];

interface CourseStepsProps {
  readonly graph: Graph;
  readonly nodes: RoomLog['nodes'];
}

/** The graph in a line: each step in the order in which it is reached. */
export function CourseSteps({ graph, nodes }: CourseStepsProps) {
  const steps = useMemo(() => layOut(graph).nodes, [graph]);
  return (
    <ol className="grid">
      {steps.map(({ id, column, offset }, at) => {
        const isBeside = at > 0 && steps[at - 1]?.column === column && offset !== 0;
        return <Step key={id} node={graph.nodes[id]} course={nodes[id]} isBeside={isBeside} />;
      })}
    </ol>
  );
}

interface StepProps {
  readonly node: Graph['nodes'][string] | undefined;
  readonly course: NodeCourse | undefined;
  /** At the same time as the one before it. */
  readonly isBeside: boolean;
}

function Step({ node, course, isBeside }: StepProps) {
  const { t } = useTranslation('session');
  if (node === undefined) return null;
  const status = course?.status ?? 'pending';
  return (
    <li className={cx('grid grid-cols-[auto_1fr] gap-x-3 py-2', !isBeside && 'border-t border-line first:border-0')}>
      <span aria-hidden className={cx('mt-2 size-2.5 rounded-full', nodeLook(status).mark)} />
      <div className="grid min-w-0 gap-0.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className={cx('font-medium', status === 'skipped' && 'text-soft line-through')}>
            {node.name === '' ? t(`kind.${node.type}`, { defaultValue: node.type }) : node.name}
          </span>
          <span className={cx('text-xs', status === 'failed' ? 'text-bad' : 'text-soft')}>{t(`node.${status}`)}</span>
        </p>
        <p className="flex flex-wrap gap-x-3 text-xs text-soft">
          <span>{t(`kind.${node.type}`, { defaultValue: node.type })}</span>
          {course !== undefined && course.round > 0 && <span>{t('round', { round: course.round })}</span>}
          <Used course={course} />
        </p>
      </div>
    </li>
  );
}

function Used({ course }: { readonly course: NodeCourse | undefined }) {
  const { t, i18n } = useTranslation('session');
  const tokens = course === undefined ? 0 : course.inputTokens + course.outputTokens;
  if (course === undefined || tokens === 0) return null;
  return (
    <>
      <span className="tabular-nums">{t('course.tokens', { tokens: formatNumber(tokens, i18n.language) })}</span>
      {course.costUsd !== 0 && <Money usd={course.costUsd} isEstimated={course.isEstimated} />}
    </>
  );
}
