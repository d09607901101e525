import { useTranslation } from 'react-i18next';
import { Select } from '@/ui/select';

interface KindFilterProps {
  readonly label: string;
  /** Null: all. */
  readonly value: string | null;
  /** Those that there are. */
  readonly kinds: readonly string[];
  readonly onChange: (value: string | null) => void;
}

const ALL = '*';

/** Only those of one kind. */
export function KindFilter({ label, value, kinds, onChange }: KindFilterProps) {
  const { t } = useTranslation('library');
  const sorted = [...new Set(kinds)].toSorted();
  return (
    <div className="w-56 max-w-full">
      <Select
        label={label}
        value={value ?? ALL}
        options={[
          { value: ALL, label: t('filter.all', { label }) },
          ...sorted.map((kind) => ({ value: kind, label: kind })),
        ]}
        onChange={(kind) => onChange(kind === ALL ? null : kind)}
      />
    </div>
  );
}
