import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from './cx';
import { useShown } from './use-shown';

interface TabPart<Name extends string> {
  readonly name: Name;
  readonly label: ReactNode;
  readonly content: ReactNode;
}

interface TabsProps<Name extends string> {
  /** What they are the tabs of: read aloud. */
  readonly label: string;
  readonly tabs: readonly TabPart<Name>[];
  readonly value: Name;
  readonly onChange: (name: Name) => void;
  /** Where the row of tabs stays while its content scrolls by, as a class: `top-14`. */
  readonly stickAt?: string;
}

export function Tabs<Name extends string>({ label, tabs, value, onChange, stickAt }: TabsProps<Name>) {
  const row = useShown<HTMLDivElement>('[data-state=active]', value);
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Name)} className="grid gap-4">
      <Radix.List
        ref={row}
        aria-label={label}
        className={cx(
          'flex gap-1 overflow-x-auto border-b border-line p-1 pb-0',
          stickAt !== undefined && `sticky z-5 bg-paper ${stickAt}`,
        )}
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.name}
            value={tab.name}
            className="min-h-10 rounded-t-md border-b-2 border-transparent px-3 text-sm font-medium whitespace-nowrap text-soft hover:text-ink data-[state=active]:border-accent data-[state=active]:text-accent-strong pointer-coarse:min-h-11"
          >
            {tab.label}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.name} value={tab.name}>
          {tab.content}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
