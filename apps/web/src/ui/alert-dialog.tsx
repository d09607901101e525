import { AlertDialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { cx } from './cx';
import { DIALOG, OVERLAY } from './dialog';
import { returnFocus } from './return-focus';

interface AlertDialogProps {
  readonly title: string;
  /** What will happen, and whether it can be undone. */
  readonly description: ReactNode;
  /** Names the deed: "Delete", not "OK". */
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly onConfirm: () => void;
  readonly trigger?: ReactNode;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** Asks before what cannot be taken back. The focus begins on the way out. */
export function AlertDialog({
  title,
  description,
  action,
  isDangerous = false,
  onConfirm,
  ...props
}: AlertDialogProps) {
  const { t } = useTranslation();
  return (
    <Radix.Root open={props.isOpen} onOpenChange={props.onOpenChange}>
      {props.trigger !== undefined && <Radix.Trigger asChild>{props.trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className={OVERLAY} />
        <Radix.Content
          className={cx(DIALOG, 'max-w-md')}
          {...(props.trigger === undefined ? { onCloseAutoFocus: returnFocus } : {})}
        >
          <Radix.Title className="font-serif text-xl font-semibold">{title}</Radix.Title>
          <Radix.Description className="text-soft">{description}</Radix.Description>
          <div className="flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button look="quiet">{t('action.cancel')}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button look={isDangerous ? 'danger' : 'primary'} onClick={onConfirm}>
                {action}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
