import { Check } from 'lucide-react';
import { DropdownMenu as Menu } from 'radix-ui';
import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx';
import { useClosed } from './writing';

const ITEM = cx(
  'flex min-h-9 cursor-default items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-sm outline-none select-none',
  'data-[highlighted]:bg-wash data-[disabled]:opacity-50 aria-disabled:opacity-50 pointer-coarse:min-h-11',
);

interface DropdownMenuProps {
  /** A button; it is told that it opens a menu. */
  readonly trigger: ReactNode;
  readonly children: ReactNode;
  readonly align?: 'start' | 'end';
  /** It was made because somebody asked for it. */
  readonly isOpenAtFirst?: boolean;
}

export function DropdownMenu({ trigger, children, align = 'end', isOpenAtFirst = false }: DropdownMenuProps) {
  return (
    <Menu.Root modal={false} defaultOpen={isOpenAtFirst}>
      <Menu.Trigger asChild>{trigger}</Menu.Trigger>
      <Menu.Portal>
        <Menu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-h-(--radix-dropdown-menu-content-available-height) min-w-44 animate-appear overflow-y-auto rounded-md border border-line bg-card p-1 shadow-float"
        >
          {children}
        </Menu.Content>
      </Menu.Portal>
    </Menu.Root>
  );
}

interface MenuItemProps extends ComponentProps<typeof Menu.Item> {
  readonly tone?: 'bad';
  /** It changes something: closed where one may only read. */
  readonly writes?: boolean;
}

export function MenuItem({ className, tone, writes = false, ...props }: MenuItemProps) {
  const closed = useClosed(writes);
  return (
    <Menu.Item
      className={cx(ITEM, tone === 'bad' && 'text-bad', className)}
      {...props}
      {...closed?.props}
      {...(closed === null ? {} : { disabled: false, onSelect: closed.refuse })}
    />
  );
}

export function MenuSeparator() {
  return <Menu.Separator className="my-1 h-px bg-line" />;
}

interface MenuChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly icon?: ReactNode }[];
  readonly onChange: (value: Value) => void;
}

/** One of several. */
export function MenuChoice<Value extends string>({ label, value, choices, onChange }: MenuChoiceProps<Value>) {
  return (
    <Menu.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        onChange(next as Value);
      }}
    >
      {choices.map((choice) => (
        <Menu.RadioItem key={choice.value} value={choice.value} className={ITEM}>
          {choice.icon}
          <span className="grow">{choice.label}</span>
          <span className="size-4">
            <Menu.ItemIndicator>
              <Check aria-hidden className="size-4 text-accent" />
            </Menu.ItemIndicator>
          </span>
        </Menu.RadioItem>
      ))}
    </Menu.RadioGroup>
  );
}
