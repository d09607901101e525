import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { GraphPreview } from '@/templates/graph-preview';
import { CourseSteps } from './course-steps';
import { nodeLook } from './node-looks';
import type { RoomLog } from './room-log';
import { ScoreChart } from './score-chart';

interface CoursePaneProps {
  readonly session: Session;
  readonly log: RoomLog;
}

/** How far the session is: its graph by state, each step with what it used, and the scores of its rounds. */
export function CoursePane({ session, log }: CoursePaneProps) {
  const { t } = useTranslation('session');
  if (log.created === null) return null;
  const { graph } = log.created;
  return (
    <div className="grid gap-5">
      <div className="overflow-x-auto">
        <GraphPreview graph={graph} looks={(id) => nodeLook(log.nodes[id]?.status).fill} />
      </div>
      {session.score_history.length > 0 && <ScoreChart rounds={session.score_history} target={targetOf(graph)} />}
      <section aria-label={t('course.steps')}>
        <CourseSteps graph={graph} nodes={log.nodes} />
      </section>
    </div>
  );
}

/** Of the loop that has one. */
function targetOf({ nodes }: NonNullable<RoomLog['created']>['graph']): number | null {
  const targets = Object.values(nodes).map(({ properties }) => properties['exit_on_score']);
  return targets.find((target) => typeof target === 'number') ?? null;
}
