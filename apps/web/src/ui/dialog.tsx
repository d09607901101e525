import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cx } from './cx';
import { IconButton } from './icon-button';
import { returnFocus } from './return-focus';

export const OVERLAY = 'fixed inset-0 z-40 animate-appear bg-shade';
export const DIALOG = cx(
  'fixed top-1/2 left-1/2 z-40 grid max-h-[min(90dvh,56rem)] w-[calc(100vw-2rem)] -translate-1/2 animate-appear gap-4',
  'overflow-y-auto rounded-lg border border-line bg-card p-6 shadow-float',
);
const WIDTHS = { sm: 'max-w-md', md: 'max-w-2xl', lg: 'max-w-5xl' } as const;

const FIELD = ':is(input, textarea, [role="combobox"]):not(:disabled, [type="hidden"])';

/** Whoever opens a form means to fill it in: its first field has the focus, not the cross that closes it. */
function focusField(event: Event): void {
  const field = event.currentTarget instanceof Element ? event.currentTarget.querySelector<HTMLElement>(FIELD) : null;
  if (field === null) return;
  event.preventDefault();
  field.focus();
}

interface DialogProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly width?: keyof typeof WIDTHS;
  /** The button that opens it. Leave it out where `isOpen` says when; the focus returns either way. */
  readonly trigger?: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** False: there is no way past it but through it. */
  readonly isDismissible?: boolean;
  readonly children: ReactNode;
}

export function Dialog({ title, description, width = 'sm', isDismissible = true, ...props }: DialogProps) {
  const { t } = useTranslation();
  const stay = (event: Event): void => {
    if (!isDismissible) event.preventDefault();
  };
  return (
    <Radix.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
      {props.trigger !== undefined && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content
          className={cx(DIALOG, WIDTHS[width])}
          onOpenAutoFocus={focusField}
          onEscapeKeyDown={stay}
          onPointerDownOutside={stay}
          {...(props.trigger === undefined ? { onCloseAutoFocus: returnFocus } : {})}
          {...(description === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <div className="flex items-start justify-between gap-4">
            <Radix.Title className="font-serif text-xl font-semibold">{title}</Radix.Title>
            {isDismissible && (
              <Radix.Close asChild>
                <IconButton icon={X} label={t('action.close')} size="sm" className="-mt-1 -mr-2" />
              </Radix.Close>
            )}
          </div>
          {description !== undefined && <Radix.Description className="text-soft">{description}</Radix.Description>}
          {props.children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
