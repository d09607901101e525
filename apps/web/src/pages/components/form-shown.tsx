import { Budget } from '@council/contracts';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { useSchemaForm } from '@/ui/use-schema-form';
import { Input } from '@/ui/input';
import { toast } from '@/ui/toast';

const asNumber = { setValueAs: (value: string | number | undefined) => (value === '' ? undefined : Number(value)) };

export function FormShown() {
  const { t } = useTranslation(['components', 'common']);
  const form = useSchemaForm(Budget, { usd: 0.5 });
  const { errors } = form.formState;
  return (
    <Panel title={t('form.title')}>
      <form
        noValidate
        className="grid items-start gap-4 sm:grid-cols-[1fr_1fr_auto]"
        onSubmit={form.handleSubmit(() => toast(t('form.saved')))}
      >
        <Field label={t('form.usd')} error={errors.usd?.message} isOptional>
          <Input inputMode="decimal" {...form.register('usd', asNumber)} />
        </Field>
        <Field label={t('form.tokens')} error={errors.tokens?.message} isOptional>
          <Input inputMode="numeric" {...form.register('tokens', asNumber)} />
        </Field>
        <Button type="submit" look="primary" className="sm:mt-6.5">
          {t('common:action.save')}
        </Button>
      </form>
    </Panel>
  );
}
