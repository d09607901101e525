import { Compass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RequestProblem } from '@/api/request-problem';
import { problemWords } from '@/i18n/problem-words';
import { Button } from '@/ui/button';
import { PageTitle } from './page-title';

/** For an address that is no page; with a `problem`, for a page about something that there is not. */
export function NotFoundPage({ problem }: { readonly problem?: RequestProblem }) {
  const { t, i18n } = useTranslation(['shell', 'problems'], { useSuspense: false });
  return (
    <div className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <PageTitle>{t('notFound.title')}</PageTitle>
      <Compass aria-hidden className="size-10 text-soft" />
      <h1 className="font-serif text-3xl font-semibold">{t('notFound.title')}</h1>
      <p className="text-soft">{problem === undefined ? t('notFound.text') : problemWords(problem, i18n)}</p>
      <Button asChild look="primary">
        {problem === undefined ? (
          <Link to="/">{t('notFound.home')}</Link>
        ) : (
          <Link to=".." relative="path">
            {t('notFound.list')}
          </Link>
        )}
      </Button>
    </div>
  );
}
