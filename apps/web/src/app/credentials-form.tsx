import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { RequestProblem } from '@/api/request-problem';
import { type Credentials, showCredentials } from '@/api/sign-in-gate';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** For the browser's keeper of passwords. */
  readonly autoComplete: string;
  readonly isSecret?: boolean;
}

interface CredentialsFormProps {
  readonly asked: readonly Asked[];
  readonly action: string;
  readonly read: (values: Readonly<Record<string, string>>) => Credentials;
  readonly children?: ReactNode;
}

/** Asks for what shows who one is, and stays until the server takes it. */
export function CredentialsForm({ asked, action, read, children }: CredentialsFormProps) {
  const client = useQueryClient();
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    setIsBusy(true);
    const data = new FormData(form);
    const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');
    const values = Object.fromEntries(asked.map(({ name }) => [name, textOf(data.get(name))]));
    const refused = await showCredentials(read(values));
    setProblem(refused);
    setIsBusy(false);
    if (refused === null) await client.invalidateQueries();
  };
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {asked.map(({ name, label, hint, autoComplete, isSecret = false }) => (
        <Field key={name} label={label} hint={hint}>
          <Input name={name} type={isSecret ? 'password' : 'text'} autoComplete={autoComplete} required />
        </Field>
      ))}
      {problem !== null && <ErrorState error={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" isBusy={isBusy}>
          {action}
        </Button>
        {children}
      </div>
    </form>
  );
}
