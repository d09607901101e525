import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { GraphPreview } from '@/templates/graph-preview';
import { Card } from '@/ui/card';

interface StartAgainCardProps {
  /** Of the session that this one is like. */
  readonly title: string;
  readonly graph: Schemas['GraphDefinition'];
}

export function StartAgainCard({ title, graph }: StartAgainCardProps) {
  const { t } = useTranslation('start');
  return (
    <Card className="grid gap-4 border-accent sm:grid-cols-[1fr_16rem] sm:items-center">
      <div className="grid gap-1">
        <h2 className="font-serif text-xl font-semibold">{t('again.title', { title })}</h2>
        <p className="text-soft">{t('again.about')}</p>
        <Link to="/start" className="link justify-self-start">
          {t('again.choose')}
        </Link>
      </div>
      <GraphPreview graph={graph} />
    </Card>
  );
}
