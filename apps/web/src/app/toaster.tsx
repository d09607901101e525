import { X } from 'lucide-react';
import { Toast as Radix } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { useValue } from '@/state/use-value';
import { cx } from '@/ui/cx';
import { IconButton } from '@/ui/icon-button';
import { dismissToast, toasts } from '@/ui/toast';

const EDGES = { good: 'border-l-good', bad: 'border-l-bad', neutral: 'border-l-line-strong' };

export default function Toaster() {
  const { t } = useTranslation(['shell', 'common']);
  return (
    <Radix.Provider label={t('toast')} swipeDirection="right">
      {useValue(toasts).map(({ id, tone, title, text }) => (
        <Radix.Root
          key={id}
          type={tone === 'bad' ? 'foreground' : 'background'}
          duration={tone === 'bad' ? 12_000 : 5_000}
          onOpenChange={(isOpen) => {
            if (!isOpen) dismissToast(id);
          }}
          className={cx(
            'flex animate-appear items-start gap-3 rounded-md border border-l-4 border-line bg-card py-2 pr-2 pl-4 shadow-float',
            EDGES[tone],
          )}
        >
          <div className="min-w-0 grow py-1">
            <Radix.Title className="text-sm font-medium">{title}</Radix.Title>
            {text !== undefined && <Radix.Description className="text-sm text-soft">{text}</Radix.Description>}
          </div>
          <Radix.Close asChild>
            <IconButton icon={X} label={t('common:action.close')} size="sm" />
          </Radix.Close>
        </Radix.Root>
      ))}
      <Radix.Viewport className="fixed right-4 bottom-20 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-2 lg:bottom-4" />
    </Radix.Provider>
  );
}
