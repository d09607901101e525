import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatUsd } from '@/i18n/format';
import { Badge } from '@/ui/badge';

/** What it is in a line: whose, how much of a council, how often taken, what it would cost. */
export function TemplateFacts({ template }: { readonly template: Schemas['Template'] }) {
  const { t, i18n } = useTranslation('templates');
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
      <p>{cost === null ? t('noCost') : t('costs', { cost: formatUsd(cost.expected, i18n.language) })}</p>
    </div>
  );
}
