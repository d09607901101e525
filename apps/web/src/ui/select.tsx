import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { useState } from 'react';
import { cx } from './cx';
import { useField } from './field';
import { CONTROL } from './input';
import { useClosed } from './writing';

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
  /** What stands there while nothing is chosen, or what is none of the options. */
  readonly placeholder?: string | undefined;
  /** Where no `Field` names it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
  /** What is chosen holds at once: closed where one may only read. */
  readonly writes?: boolean;
}

export function Select<Value extends string>({ value, options, onChange, ...props }: SelectProps<Value>) {
  const closed = useClosed(props.writes ?? false);
  // Radix draws the entries of a closed list as well. They are wanted by whoever comes near it, who may choose by typing
  // without opening it; until then the one that is chosen says what stands there.
  const [isNear, setNear] = useState(false);
  const near = () => setNear(true);
  return (
    <Radix.Root
      // What is none of them would leave it empty, without a word.
      value={options.some((option) => option.value === value) ? (value ?? '') : ''}
      disabled={props.isDisabled ?? false}
      {...(closed === null ? {} : { open: false, onOpenChange: () => closed.refuse() })}
      onValueChange={(next) => {
        if (next !== '') onChange(next as Value);
      }}
    >
      <Radix.Trigger
        {...useField()}
        aria-label={props.label}
        {...closed?.props}
        onFocus={near}
        onPointerEnter={near}
        className={cx(
          CONTROL,
          'flex min-h-10 items-center justify-between gap-2 text-left data-placeholder:text-soft aria-disabled:opacity-55 pointer-coarse:min-h-11',
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
            {options
              .filter((option) => isNear || option.value === value)
              .map((option) => (
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
