import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestProblem } from '@/api/request-problem';
import { showToken } from '@/api/token-gate';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';

/** Without the token nothing works: the form stays until the server takes one. */
export default function TokenDialog() {
  const { t } = useTranslation('shell');
  const [problem, setProblem] = useState<RequestProblem | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [token, setToken] = useState('');
  const submit = async (): Promise<void> => {
    setIsBusy(true);
    setProblem(await showToken(token.trim()));
    setIsBusy(false);
  };
  return (
    <Dialog isOpen isDismissible={false} title={t('token.title')} description={t('token.text')}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field label={t('token.label')}>
          <Input
            type="password"
            autoComplete="current-password"
            required
            value={token}
            onChange={({ target }) => setToken(target.value)}
          />
        </Field>
        {problem !== null && <ErrorState error={problem} />}
        <Button type="submit" look="primary" isBusy={isBusy} className="justify-self-start">
          {t('token.show')}
        </Button>
      </form>
    </Dialog>
  );
}
