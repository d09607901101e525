import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { PageTitle } from './page-title';

/** A chunk of the build that was open is gone: the server has a newer one. */
const OUTDATED = /dynamically imported module|Importing a module script failed|preload CSS/i;

/** What a page shows that threw while it was drawn or loaded. The shell around it stays. */
export function BrokenPage({ error: { message } }: { readonly error: Error }) {
  const { t } = useTranslation('shell');
  return (
    <div role="alert" className="mx-auto grid max-w-prose justify-items-start gap-4 py-16">
      <PageTitle>{t('broken.page')}</PageTitle>
      <h1 className="font-serif text-3xl">{t('broken.page')}</h1>
      <p className="text-soft">{OUTDATED.test(message) ? t('broken.outdated') : t('broken.text')}</p>
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
