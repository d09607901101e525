import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { cx } from './cx';
import { useField } from './field';
import { CONTROL } from './input';

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly isDisabled?: boolean;
}

interface SelectProps<Value extends string> {
  /** Null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly placeholder?: string;
  /** Where no `Field` names it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
}

export function Select<Value extends string>({ value, options, onChange, ...props }: SelectProps<Value>) {
  return (
    <Radix.Root
      value={value ?? ''}
      disabled={props.isDisabled ?? false}
      onValueChange={(next) => {
        if (next !== '') onChange(next as Value);
      }}
    >
      <Radix.Trigger
        {...useField()}
        aria-label={props.label}
        className={cx(
          CONTROL,
          'flex min-h-10 items-center justify-between gap-2 text-left data-placeholder:text-soft pointer-coarse:min-h-11',
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={props.placeholder} />
        </span>
        <Radix.Icon>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-soft" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-appear overflow-hidden rounded-md border border-line bg-card shadow-float"
        >
          <Radix.Viewport className="p-1">
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.isDisabled ?? false}
                className="flex min-h-9 cursor-default items-center gap-2 rounded-sm px-2.5 py-1.5 text-sm outline-none select-none data-[disabled]:opacity-50 data-[highlighted]:bg-wash pointer-coarse:min-h-11"
              >
                <span className="grow">
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                </span>
                <Radix.ItemIndicator>
                  <Check aria-hidden className="size-4 text-accent" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
