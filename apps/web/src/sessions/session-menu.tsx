import { Download, EllipsisVertical, GitFork, Pencil, Printer, RotateCcw, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Session } from '@/api/queries/sessions';
import { useGroupWhyNot } from '@/api/use-why-not';
import { DropdownMenu, MenuItem, MenuSeparator } from '@/ui/dropdown-menu';
import { IconButton } from '@/ui/icon-button';
import { Writing } from '@/ui/writing';
import { hasEnded } from './session-state';

/** Loaded when they are asked for: a form brings more than the whole list of sessions. */
const DeleteSession = lazy(() => import('./delete-session').then((module) => ({ default: module.DeleteSession })));
const ForkSession = lazy(() => import('./fork-session').then((module) => ({ default: module.ForkSession })));
const RenameSession = lazy(() => import('./rename-session').then((module) => ({ default: module.RenameSession })));

interface SessionMenuProps {
  readonly session: Session;
  /** Where it was shown alone, there is nothing left to show. */
  readonly onDeleted?: () => void;
}

/** What can be done with a session as a whole. */
export function SessionMenu({ session, onDeleted }: SessionMenuProps) {
  const { t } = useTranslation('sessions');
  const [asked, setAsked] = useState<'rename' | 'fork' | 'delete' | null>(null);
  const { session_uuid: id, title, status } = session;
  const close = (): void => setAsked(null);
  const isAtWork = status === 'running' || status === 'pending';
  return (
    <Writing whyNot={useGroupWhyNot(session.group_uuid, 'act')}>
      <DropdownMenu trigger={<IconButton icon={EllipsisVertical} label={t('menu.of', { title })} size="sm" />}>
        <MenuItem writes onSelect={() => setAsked('rename')}>
          <Pencil aria-hidden className="size-4 text-soft" />
          {t('menu.rename')}
        </MenuItem>
        <MenuItem asChild>
          <Link to={`/start?from=${id}`}>
            <RotateCcw aria-hidden className="size-4 text-soft" />
            {t('menu.again')}
          </Link>
        </MenuItem>
        <MenuItem writes onSelect={() => setAsked('fork')}>
          <GitFork aria-hidden className="size-4 text-soft" />
          {t('menu.fork')}
        </MenuItem>
        <MenuSeparator />
        {hasEnded(session) && (
          <>
            <MenuItem asChild>
              <a href={`/api/v1/sessions/${id}/report?format=md`} download={`${title}.md`}>
                <Download aria-hidden className="size-4 text-soft" />
                {t('menu.markdown')}
              </a>
            </MenuItem>
            <MenuItem asChild>
              <Link to={`/sessions/${id}/print`}>
                <Printer aria-hidden className="size-4 text-soft" />
                {t('menu.print')}
              </Link>
            </MenuItem>
          </>
        )}
        <MenuItem asChild>
          <a href={`/api/v1/sessions/${id}/export`} download={`${title}.json`}>
            <Download aria-hidden className="size-4 text-soft" />
            {t('menu.json')}
          </a>
        </MenuItem>
        <MenuSeparator />
        <MenuItem writes tone="bad" disabled={isAtWork} onSelect={() => setAsked('delete')}>
          <Trash2 aria-hidden className="size-4" />
          {t(isAtWork ? 'menu.stopFirst' : 'menu.delete')}
        </MenuItem>
      </DropdownMenu>
      <Suspense>
        {asked === 'rename' && <RenameSession session={session} onClose={close} />}
        {asked === 'fork' && <ForkSession session={session} onClose={close} />}
        {asked === 'delete' && <DeleteSession session={session} onClose={close} onDeleted={onDeleted} />}
      </Suspense>
    </Writing>
  );
}
