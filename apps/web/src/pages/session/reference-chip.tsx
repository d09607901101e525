import { useTranslation } from 'react-i18next';
import { cx } from '@/ui/cx';
import { useMarkedLines } from './marked-lines';
import { placesOf, type ReferenceState } from './references';

const LOOKS: Readonly<Record<ReferenceState, string>> = {
  verified: 'bg-good-wash text-good',
  repaired: 'bg-wash text-accent-strong',
  exists: 'bg-sunken text-ink',
  unverified: 'bg-warn-wash text-warn',
  missing: 'bg-bad-wash text-bad line-through',
  unchecked: 'bg-sunken text-soft',
};

interface ReferenceChipProps {
  readonly reference: string;
  readonly state: ReferenceState;
}

/** A place of the document that is pointed to, in the colour of what the check found. Leads there. */
export function ReferenceChip({ reference, state }: ReferenceChipProps) {
  const { t } = useTranslation('session');
  const { show } = useMarkedLines();
  const places = placesOf(reference);
  const lines = places.map(([first, last]) => (first === last ? `L${first}` : `L${first}–${last}`)).join(', ');
  const meaning = t(`reference.${state}`);
  return (
    <button
      type="button"
      title={meaning}
      aria-label={t('reference.label', { lines, meaning })}
      onClick={() => show(places)}
      className={cx(
        'mx-0.5 inline-flex align-middle min-h-6 items-center rounded-sm px-1.5 font-mono text-xs hover:underline',
        LOOKS[state],
      )}
    >
      {lines}
    </button>
  );
}
