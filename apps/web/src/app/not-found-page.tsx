import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@/ui/button';
import { PageTitle } from './page-title';

export function NotFoundPage() {
  const { t } = useTranslation('shell');
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <PageTitle>{t('notFound.title')}</PageTitle>
      <Compass aria-hidden className="size-10 text-soft" />
      <h1 className="font-serif text-3xl">{t('notFound.title')}</h1>
      <p className="text-soft">{t('notFound.text')}</p>
      <Button asChild look="primary">
        <Link to="/">{t('notFound.home')}</Link>
      </Button>
    </div>
  );
}
