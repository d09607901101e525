import { Trans, useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Badge } from '@/ui/badge';
import { Money } from '@/ui/money';

/** What it is in a line: whose, how much of a council, how often taken, what it would cost. */
export function TemplateFacts({ template }: { readonly template: Schemas['Template'] }) {
  const { t } = useTranslation('templates');
  const { estimated_cost_usd: cost, tags } = template;
  return (
    <div className="grid gap-2 text-sm text-soft">
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone="accent">{t(template.is_system ? 'ofSystem' : 'own')}</Badge>
        <Badge>{t(`categories.${template.category}`)}</Badge>
        <Badge>{t(`complexity.${template.complexity}`)}</Badge>
        {tags.map((tag) => (
          <Badge key={tag}>{tag}</Badge>
        ))}
        <span>{t('usage', { count: template.usage_count })}</span>
      </div>
      <p>
        {cost === null ? (
          t('noCost')
        ) : (
          <Trans t={t} i18nKey="costs" components={[<Money key="cost" usd={cost.expected} />]} />
        )}
      </p>
    </div>
  );
}
