import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askServer, isReachable } from '@/api/reachability';
import { useValue } from '@/state/use-value';
import { Button } from '@/ui/button';
import { PageTitle } from './page-title';

/** A chunk of the build that was open did not come: the server is gone, or has a newer one. */
const NOT_LOADED = /dynamically imported module|Importing a module script failed|preload CSS/i;

/** Whether the server is gone; when it is back, so is the page. */
function useServerBack(isNotLoaded: boolean): boolean {
  const isThere = useValue(isReachable);
  const wasGone = useRef(false);
  useEffect(() => {
    if (isNotLoaded) void askServer();
  }, [isNotLoaded]);
  useEffect(() => {
    if (!isNotLoaded) return;
    if (!isThere) wasGone.current = true;
    else if (wasGone.current) location.reload();
  }, [isNotLoaded, isThere]);
  return !isThere;
}

/** What a page shows that threw while it was drawn or loaded. The shell around it stays. */
export function BrokenPage({ error: { message } }: { readonly error: Error }) {
  const { t } = useTranslation('shell');
  const isNotLoaded = NOT_LOADED.test(message);
  const isGone = useServerBack(isNotLoaded);
  const why = isNotLoaded ? (isGone ? 'gone' : 'outdated') : 'text';
  return (
    <div role="alert" className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <PageTitle>{t('broken.page')}</PageTitle>
      <h1 className="font-serif text-3xl font-semibold">{t('broken.page')}</h1>
      <p className="text-soft">{t(`broken.${why}`)}</p>
      <pre className="max-w-full overflow-x-auto rounded-md bg-sunken p-3 font-mono text-xs whitespace-pre-wrap">
        {message}
      </pre>
      <Button
        look="primary"
        onClick={() => {
          location.reload();
        }}
      >
        {t('broken.reload')}
      </Button>
    </div>
  );
}
