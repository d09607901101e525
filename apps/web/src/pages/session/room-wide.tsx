import { Maximize2, Minimize2, Minus } from 'lucide-react';
import { type ReactNode, useDeferredValue, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { PanelBoundary } from '@/app/panel-boundary';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/icon-button';
import { Tabs } from '@/ui/tabs';
import { FoldedRail } from './folded-rail';
import type { RoomPart } from './room-parts';
import { ScrollerContext } from './scroller';
import { type PanelName, type RoomLayout } from './use-room-layout';
import type { Pane } from './use-room-marks';

interface RoomWideProps {
  readonly layout: RoomLayout;
  readonly course: ReactNode;
  readonly conversation: ReactNode;
  readonly papers: readonly RoomPart[];
  readonly pane: Pane;
  readonly onPane: (pane: Pane) => void;
  /** Nothing goes on before it is unlocked: the colours are gone. */
  readonly isLocked: boolean;
}

/** Three panels side by side, each with its own scrolling; the lines between them are dragged or moved by arrow keys. */
export function RoomWide({ layout, course, conversation, papers, pane, onPane, isLocked }: RoomWideProps) {
  const { t } = useTranslation('session');
  const paper = papers.some(({ name }) => name === pane) ? pane : 'document';
  return (
    <div className={cx('flex min-h-0 grow gap-2', isLocked && 'grayscale-80')}>
      <FoldedRail names={['course', 'conversation']} layout={layout} />
      <Group
        orientation="horizontal"
        groupRef={layout.group}
        defaultLayout={layout.initial}
        onLayoutChanged={layout.onChanged}
        className="min-h-0 min-w-0 grow"
      >
        <RoomPanel name="course" minSize="14rem" layout={layout}>
          {course}
        </RoomPanel>
        <Edge label={t('panel.edge', { left: t('panel.course'), right: t('panel.conversation') })} />
        <RoomPanel name="conversation" minSize="22rem" layout={layout}>
          {conversation}
        </RoomPanel>
        <Edge label={t('panel.edge', { left: t('panel.conversation'), right: t('panel.papers') })} />
        <RoomPanel name="papers" minSize="18rem" layout={layout}>
          <Tabs label={t('pane.title')} tabs={papers} value={paper} onChange={onPane} stickAt="-top-4" />
        </RoomPanel>
      </Group>
      <FoldedRail names={['papers']} layout={layout} />
    </div>
  );
}

function Edge({ label }: { readonly label: string }) {
  return (
    <Separator
      aria-label={label}
      className={cx(
        'group mx-1 flex w-2 shrink-0 items-center justify-center rounded-full',
        'hover:bg-wash data-[separator=active]:bg-wash',
      )}
    >
      <span aria-hidden className="h-10 w-1 rounded-full bg-line-strong group-hover:bg-accent" />
    </Separator>
  );
}

/** What scrolls is inside. */
const HIDING = { overflow: 'hidden' } as const;

interface RoomPanelProps {
  readonly name: PanelName;
  readonly minSize: string;
  readonly layout: RoomLayout;
  readonly children: ReactNode;
}

function RoomPanel({ name, minSize, layout, children }: RoomPanelProps) {
  const { t } = useTranslation('session');
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const title = useId();
  const isMaximised = layout.maximised === name;
  // What is folded costs nothing; the conversation keeps its place. It does not wait for its scroller: the browser lays the
  // verdict out with the panels, which their library measures, rather than a second time after that.
  const isDrawn = layout.isOpen[name] || name === 'conversation';
  // The verdict first: what stands beside it is drawn in small pieces, between which the page answers.
  const isBesideDrawn = useDeferredValue(scroller !== null, false);
  return (
    <Panel id={name} collapsible collapsedSize={0} minSize={minSize} style={HIDING}>
      <section
        aria-labelledby={title}
        // Folded, it is out of sight and out of the keyboard's way.
        inert={!layout.isOpen[name]}
        className="flex h-full min-h-0 flex-col"
      >
        <div className="flex items-center justify-between gap-2 border-b border-line pb-1">
          <h2 id={title} className="truncate font-serif text-lg font-semibold">
            {t(`panel.${name}`)}
          </h2>
          <span className="flex">
            <IconButton
              size="sm"
              icon={Minus}
              label={t('panel.fold', { panel: t(`panel.${name}`) })}
              disabled={isMaximised}
              onClick={() => layout.toggle(name)}
            />
            <IconButton
              size="sm"
              icon={isMaximised ? Minimize2 : Maximize2}
              label={t(isMaximised ? 'panel.restore' : 'panel.maximise', { panel: t(`panel.${name}`) })}
              aria-keyshortcuts={`Alt+Shift+${['course', 'conversation', 'papers'].indexOf(name) + 1}`}
              onClick={() => layout.maximise(name)}
            />
          </span>
        </div>
        <div
          ref={setScroller}
          // It scrolls within itself, and the keyboard has to reach it.
          tabIndex={0}
          role="group"
          aria-labelledby={title}
          className="relative min-h-0 grow overflow-y-auto px-1 pt-4 pb-8"
        >
          <ScrollerContext value={scroller}>
            <div className={cx('grid min-w-0', isMaximised && 'mx-auto max-w-5xl')}>
              <PanelBoundary>{isDrawn && (name === 'conversation' || isBesideDrawn) && children}</PanelBoundary>
            </div>
          </ScrollerContext>
        </div>
      </section>
    </Panel>
  );
}
