import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { Panel } from '@/app/panel';
import { PanelBoundary } from '@/app/panel-boundary';
import { ErrorState } from '@/ui/error-state';
import { SkeletonList } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { Conversation } from './conversation';
import { DocumentPane } from './document-pane';
import { LedgerPane } from './ledger-pane';
import { ReportPane } from './report-pane';
import { SpeakForm } from './speak-form';
import { useIsWide } from './use-is-wide';
import { useRoomLog } from './use-room-log';
import type { Pane } from './use-room-marks';

interface RoomPanesProps {
  readonly session: Session;
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
}

/** Two columns where there is room for them, else everything as tabs. */
export function RoomPanes({ session, pane, onPane }: RoomPanesProps) {
  const { t } = useTranslation('session');
  const isWide = useIsWide();
  const { log, error } = useRoomLog(session.session_uuid);
  const id = session.session_uuid;
  const conversation = (
    <div className="grid min-w-0 gap-4">
      {error !== null && <ErrorState error={error} />}
      {log === null ? error === null && <SkeletonList /> : <Conversation session={session} log={log} />}
      <SpeakForm session={session} />
    </div>
  );
  const part = <Name extends Pane>(name: Name, content: ReactNode) => ({
    name,
    label: t(`pane.${name}`),
    content: <PanelBoundary>{content}</PanelBoundary>,
  });
  const beside = [
    part('document', <DocumentPane sessionUuid={id} turns={log?.turns ?? []} />),
    part('report', <ReportPane session={session} />),
    part('ledger', <LedgerPane sessionUuid={id} />),
  ];
  if (!isWide) {
    return (
      <Tabs
        label={t('pane.title')}
        tabs={[part('conversation', conversation), ...beside]}
        value={pane}
        onChange={onPane}
      />
    );
  }
  return (
    <div className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-start gap-8">
      <Panel title={t('conversation')}>{conversation}</Panel>
      <div className="sticky top-28 max-h-[calc(100dvh-8rem)] overflow-y-auto">
        <Tabs
          label={t('pane.title')}
          tabs={beside}
          value={pane === 'conversation' ? 'document' : pane}
          onChange={onPane}
        />
      </div>
    </div>
  );
}
