import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type DefaultValues, type FieldValues, type Path } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { RequestProblem } from '@/api/request-problem';
import { type Credentials, showCredentials } from '@/api/sign-in-gate';
import { ruleWord } from '@/i18n/rule-words';
import { Button } from '@/ui/button';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { useSchemaForm } from '@/ui/use-schema-form';

interface Asked<Values> {
  readonly name: Path<Values>;
  readonly label: string;
  readonly hint?: string;
  /** For the browser's keeper of passwords. */
  readonly autoComplete: string;
  readonly isSecret?: boolean;
}

interface CredentialsFormProps<Values extends FieldValues> {
  readonly schema: z.ZodType<Credentials, Values>;
  readonly empty: DefaultValues<Values>;
  readonly asked: readonly Asked<Values>[];
  readonly action: string;
  readonly children?: ReactNode;
}

/** Asks for what shows who one is, and stays until the server takes it. */
export function CredentialsForm<Values extends FieldValues>({
  schema,
  empty,
  asked,
  ...props
}: CredentialsFormProps<Values>) {
  const { t } = useTranslation('issues', { useSuspense: false });
  const client = useQueryClient();
  const form = useSchemaForm(schema, empty);
  const { isSubmitting } = form.formState;
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const submit = form.handleSubmit(async (credentials) => {
    const refused = await showCredentials(credentials);
    const issues = (refused?.issues ?? []).filter(({ path }) => asked.some(({ name }) => name === path));
    for (const { path, message } of issues) {
      const rule = ruleWord(message);
      form.setError(path as Path<Values>, { message: rule === null ? message : t(rule) });
    }
    setProblem(issues.length > 0 ? null : refused);
    if (refused === null) await client.invalidateQueries();
  });
  return (
    <form noValidate className="grid gap-4" onSubmit={submit}>
      {asked.map(({ name, label, hint, autoComplete, isSecret = false }) => (
        <Field key={name} label={label} hint={hint} error={form.getFieldState(name, form.formState).error?.message}>
          <Input type={isSecret ? 'password' : 'text'} autoComplete={autoComplete} {...form.register(name)} />
        </Field>
      ))}
      {problem !== null && <ErrorState error={problem} />}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" look="primary" isBusy={isSubmitting}>
          {props.action}
        </Button>
        {props.children}
      </div>
    </form>
  );
}
