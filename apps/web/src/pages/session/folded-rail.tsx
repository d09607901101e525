import { type LucideIcon, MessagesSquare, PanelsTopLeft, Workflow } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import type { PanelName, RoomLayout } from './use-room-layout';

const ICONS: Readonly<Record<PanelName, LucideIcon>> = {
  course: Workflow,
  conversation: MessagesSquare,
  papers: PanelsTopLeft,
};

interface FoldedRailProps {
  /** Those that fold away to this side, in their order. */
  readonly names: readonly PanelName[];
  readonly layout: RoomLayout;
}

/** What is left of folded panels: they come back from here. */
export function FoldedRail({ names, layout }: FoldedRailProps) {
  const { t } = useTranslation('session');
  const folded = names.filter((name) => !layout.isOpen[name]);
  return (
    <div className={cx('flex flex-col gap-2', folded.length === 0 && 'hidden')}>
      {folded.map((name) => {
        const Icon = ICONS[name];
        return (
          <button
            key={name}
            type="button"
            aria-label={t('panel.show', { panel: t(`panel.${name}`) })}
            title={t('panel.keys')}
            onClick={() => layout.toggle(name)}
            className="flex w-10 flex-col items-center gap-2 rounded-md border border-line bg-card py-3 text-sm text-soft hover:bg-wash hover:text-ink"
          >
            <Icon aria-hidden className="size-5" />
            <span aria-hidden className="[writing-mode:vertical-rl]">
              {t(`panel.${name}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
