import { Search } from 'lucide-react';
import { Input } from './input';

interface SearchFieldProps {
  /** What is searched: its name and its placeholder. */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: SearchFieldProps) {
  return (
    <div className="relative max-w-xl">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-soft" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        className="pl-9"
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}
