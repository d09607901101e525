import { createContext, type ReactNode, use, useId } from 'react';
import { useTranslation } from 'react-i18next';

interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean | undefined;
}
const FieldContext = createContext<FieldIds | null>(null);

interface FieldProps {
  readonly label: string;
  /** What helps to fill it in. */
  readonly hint?: ReactNode;
  /** What is wrong with it. */
  readonly error?: string | undefined;
  readonly isOptional?: boolean;
  readonly children: ReactNode;
}

/** A control with its label, hint and error, tied together for those who cannot see that they belong together. */
export function Field({ label, hint, error, isOptional = false, children }: FieldProps) {
  const { t } = useTranslation();
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const ids = {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <div className="grid content-start gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
        {isOptional && <span className="font-normal text-soft"> ({t('optional')})</span>}
      </label>
      <FieldContext value={ids}>{children}</FieldContext>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}

/** For a control inside a `Field`: what ties it to its label. Outside of one, nothing. */
export function useField(): FieldIds | null {
  return use(FieldContext);
}
