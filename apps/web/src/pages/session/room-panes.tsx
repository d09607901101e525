import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { PanelBoundary } from '@/app/panel-boundary';
import { cx } from '@/ui/cx';
import { ErrorState } from '@/ui/error-state';
import { Later } from '@/ui/later';
import { SkeletonList } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { Conversation } from './conversation';
import { CoursePane } from './course-pane';
import { DocumentPane } from './document-pane';
import { LedgerPane } from './ledger-pane';
import { ReportPane } from './report-pane';
import type { RoomLog } from './room-log';
import type { RoomPart } from './room-parts';
import { RoomWide } from './room-wide';
import { SpeakForm } from './speak-form';
import type { RoomLayout } from './use-room-layout';
import type { Pane } from './use-room-marks';
import { isOver } from './what-can-be-done';

interface RoomPanesProps {
  readonly session: Session;
  readonly log: RoomLog | null;
  readonly error: Error | null;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  /** Null where there is room for one panel only: everything is a tab then. */
  readonly layout: RoomLayout | null;
  /** What stands before the conversation. */
  readonly lead: ReactNode;
}

export function RoomPanes({ session, log, error, pane, onPane, layout, lead }: RoomPanesProps) {
  const { t } = useTranslation('session');
  const id = session.session_uuid;
  const read = (show: (log: RoomLog) => ReactNode): ReactNode => {
    if (log !== null) return show(log);
    return error === null ? <SkeletonList /> : <ErrorState error={error} />;
  };
  const conversation = (
    <div className="grid min-w-0 gap-4">
      {lead}
      {read((found) => (
        <Conversation session={session} log={found} />
      ))}
      <Later>
        <SpeakForm session={session} />
      </Later>
    </div>
  );
  const course = read((found) => <CoursePane session={session} log={found} />);
  const part = (name: Pane, content: ReactNode): RoomPart => ({
    name,
    label: t(`pane.${name}`),
    content: <PanelBoundary>{content}</PanelBoundary>,
  });
  const papers = [
    part('document', <DocumentPane sessionUuid={id} turns={log?.turns ?? []} />),
    part('report', <ReportPane session={session} />),
    part('ledger', <LedgerPane sessionUuid={id} />),
  ];
  if (layout !== null) {
    const isLocked = session.lock !== null;
    return <RoomWide {...{ layout, course, conversation, papers, pane, onPane, isLocked }} />;
  }
  const [documents, ...others] = papers;
  const tabs = [part('conversation', conversation), documents, part('course', course), ...others];
  return (
    <div className={cx(session.lock !== null && 'grayscale-80')}>
      <Tabs
        label={t('pane.title')}
        tabs={tabs.filter((tab) => tab !== undefined)}
        value={pane}
        onChange={onPane}
        stickAt={isOver(session) ? 'top-14' : 'top-26 pointer-coarse:top-28'}
      />
    </div>
  );
}
