import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { formatUsd } from '@/i18n/format';
import { useTagWords } from '@/templates/use-tag-words';
import { Badge } from '@/ui/badge';

/** What it is in a line: whose, how much of a council, how often taken, what it would cost. */
export function TemplateFacts({ template }: { readonly template: Schemas['Template'] }) {
  const { t, i18n } = useTranslation('templates');
  const tagOf = useTagWords();
  const { estimated_cost_usd: cost, tags } = template;
  // Without a model nothing is paid; "about $0.00" would promise that of every server.
  const isFree = cost?.expected === 0;
  const costWords =
    cost === null
      ? t('noCost')
      : isFree
        ? t('costsNothing')
        : t('costs', { cost: formatUsd(cost.expected, i18n.language) });
  return (
    <div className="grid gap-2 text-sm text-soft">
      <div className="flex flex-wrap items-center gap-1.5">
        <Badge tone="accent">{t(template.is_system ? 'ofSystem' : 'own')}</Badge>
        <Badge>{t(`categories.${template.category}`)}</Badge>
        <Badge>{t(`complexity.${template.complexity}`)}</Badge>
        {tags.map((tag) => (
          <Badge key={tag}>{tagOf(tag)}</Badge>
        ))}
        <span>{t('usage', { count: template.usage_count })}</span>
      </div>
      <p>{costWords}</p>
    </div>
  );
}
