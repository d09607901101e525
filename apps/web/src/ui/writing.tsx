import { createContext, type MouseEvent, type ReactNode, use, useId, useMemo } from 'react';
import { toast } from './toast';

/** Why nothing may be written here, and the element that says so. */
interface Closed {
  readonly id: string;
  readonly whyNot: string;
}
const WritingContext = createContext<Closed | null>(null);

interface WritingProps {
  /** Null: as around it. */
  readonly whyNot: string | null;
  readonly children: ReactNode;
}

/**
 * Where whoever looks may only read: every control within that carries `writes` is closed, and says why. It stays in
 * the way of the keyboard: what cannot be reached cannot say anything.
 */
export function Writing({ whyNot, children }: WritingProps) {
  const id = useId();
  const around = use(WritingContext);
  const closed = useMemo(() => (whyNot === null ? around : { id, whyNot }), [around, id, whyNot]);
  return (
    <WritingContext value={closed}>
      {whyNot !== null && (
        <span id={id} hidden>
          {whyNot}
        </span>
      )}
      {children}
    </WritingContext>
  );
}

/** Null: it may be done. */
export const useWhyNotHere = (): string | null => use(WritingContext)?.whyNot ?? null;

interface ClosedControl {
  readonly whyNot: string;
  readonly props: { readonly 'aria-disabled': true; readonly 'aria-describedby': string; readonly title: string };
  /** Instead of what it would do; also of a form that it would send. */
  readonly refuse: (event?: Pick<MouseEvent, 'preventDefault'> | Event) => void;
}

/** For a control: how it is closed; null where it is not, or where it writes nothing. */
export function useClosed(writes: boolean): ClosedControl | null {
  const closed = use(WritingContext);
  if (!writes || closed === null) return null;
  const { id, whyNot } = closed;
  return {
    whyNot,
    props: { 'aria-disabled': true, 'aria-describedby': id, title: whyNot },
    refuse: (event) => {
      event?.preventDefault();
      toast(whyNot, { tone: 'neutral' });
    },
  };
}
