import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { useWords } from '@/library/use-words';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { GraphPreview } from './graph-preview';
import { useTagWords } from './use-tag-words';

interface TemplateCardProps {
  readonly template: Schemas['Template'];
  readonly isChosen?: boolean;
  /** Where its name leads. */
  readonly path?: string;
  /** What is done with it: the last line. Names it, and may be laid over the whole card. */
  readonly action: ReactNode;
}

/** A way through a deliberation: what it looks like, what it is for, how often it was taken. */
export function TemplateCard({ template, isChosen = false, path, action }: TemplateCardProps) {
  const { t } = useTranslation('templates');
  const tagOf = useTagWords();
  const { name, description } = useWords()(template);
  return (
    <Card
      className={cx('relative grid h-full content-between gap-4', isChosen && 'border-accent outline-2 outline-accent')}
    >
      <div className="grid gap-2">
        <GraphPreview graph={template.graph} />
        <h2 className="font-serif text-lg leading-snug font-semibold wrap-anywhere">
          {path === undefined ? name : <Link to={path}>{name}</Link>}
        </h2>
        <p className="text-sm text-soft">{description}</p>
      </div>
      <div className="grid gap-3">
        <div className="flex flex-wrap gap-1.5">
          <Badge tone="accent">{t(template.is_system ? 'ofSystem' : 'own')}</Badge>
          <Badge>{t(`complexity.${template.complexity}`)}</Badge>
          {template.tags.map((tag) => (
            <Badge key={tag}>{tagOf(tag)}</Badge>
          ))}
        </div>
        <div className="flex items-center justify-between gap-3 text-sm text-soft">
          <span>{t('usage', { count: template.usage_count })}</span>
          {action}
        </div>
      </div>
    </Card>
  );
}
