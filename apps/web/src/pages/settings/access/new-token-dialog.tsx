import { ApiTokenDraft, TOKEN_SCOPES } from '@council/contracts';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, call, type Schemas } from '@/api/client';
import { Button } from '@/ui/button';
import { copyText } from '@/ui/copy-text';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Select } from '@/ui/select';
import { toast } from '@/ui/toast';
import { useSchemaForm } from '@/ui/use-schema-form';

const SCOPES = { viewer: 1, member: 2, admin: 3 } as const;

interface NewTokenDialogProps {
  /** Of whoever makes it: the token may not do more. */
  readonly role: Schemas['User']['role'];
  readonly onClose: () => void;
}

export function NewTokenDialog({ role, onClose }: NewTokenDialogProps) {
  const { t } = useTranslation('access');
  const form = useSchemaForm(ApiTokenDraft, { name: '', scope: 'read', expires_in_days: 90 });
  const { errors } = form.formState;
  const make = useMutation({
    mutationFn: (body: ApiTokenDraft) => call(api.POST('/api/v1/tokens', { body })),
  });
  if (make.data !== undefined) return <MadeToken token={make.data.token} onClose={onClose} />;
  const scopes = TOKEN_SCOPES.slice(0, SCOPES[role]).map((value) => ({ value, label: t(`scope.${value}`) }));
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('tokens.make')} description={t('tokens.makeText')}>
      <form noValidate className="grid gap-4" onSubmit={form.handleSubmit((values) => make.mutate(values))}>
        <Field label={t('name')} error={errors.name?.message}>
          <Input autoComplete="off" {...form.register('name')} />
        </Field>
        <Field label={t('tokens.scope')}>
          <Select value={form.watch('scope')} options={scopes} onChange={(next) => form.setValue('scope', next)} />
        </Field>
        <Field label={t('tokens.days')} error={errors.expires_in_days?.message}>
          <Input inputMode="numeric" {...form.register('expires_in_days', { valueAsNumber: true })} />
        </Field>
        {make.error !== null && <ErrorState error={make.error} />}
        <Button type="submit" look="primary" isBusy={make.isPending} className="justify-self-start">
          {t('tokens.make')}
        </Button>
      </form>
    </Dialog>
  );
}

function MadeToken({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const { t } = useTranslation(['access', 'common']);
  const copy = async (): Promise<void> => {
    if (await copyText(token)) toast(t('common:action.copied'));
  };
  return (
    <Dialog isOpen isDismissible={false} title={t('tokens.made')} description={t('tokens.madeText')}>
      <div className="grid gap-4">
        <Field label={t('tokens.one')}>
          <Input readOnly value={token} className="font-mono" onFocus={({ target }) => target.select()} />
        </Field>
        <div className="flex flex-wrap gap-3">
          <Button look="primary" onClick={() => void copy()}>
            {t('common:action.copy')}
          </Button>
          <Button onClick={onClose}>{t('tokens.kept')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
