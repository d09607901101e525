import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { copyText } from '@/ui/copy-text';
import { toast } from '@/ui/toast';
import { keepUnsent, readUnsent } from './unsent-words';

/** Somebody else decided while it was being written here: what was written is not taken away with the form. */
export function UnsentNote({ reviewUuid }: { readonly reviewUuid: string }) {
  const { t } = useTranslation('session');
  const [unsent, setUnsent] = useState(() => readUnsent(reviewUuid));
  if (unsent === null) return null;
  const written = Object.entries(unsent.words).filter(([, text]) => text.trim() !== '');
  const copy = async (text: string): Promise<void> => {
    const isCopied = await copyText(text);
    toast(t(isCopied ? 'review.unsentCopied' : 'copy.failed'), { tone: isCopied ? 'good' : 'bad' });
  };
  return (
    <section
      aria-label={t('review.tooLate')}
      role="status"
      className="grid gap-3 rounded-lg border border-warn bg-card p-5"
    >
      <h2 className="font-medium text-warn">{t('review.tooLate')}</h2>
      <p>{t('review.unsent')}</p>
      {written.map(([action, text]) => (
        <Fragment key={action}>
          <pre
            // It scrolls within itself, and the keyboard has to reach it.
            tabIndex={0}
            className="max-h-60 overflow-y-auto rounded-md bg-sunken p-3 text-sm whitespace-pre-wrap"
          >
            {text}
          </pre>
          <Button size="sm" className="justify-self-start" onClick={() => void copy(text)}>
            {t('review.unsentCopy')}
          </Button>
        </Fragment>
      ))}
      <Button
        look="quiet"
        size="sm"
        className="justify-self-start"
        onClick={() => {
          keepUnsent(reviewUuid, null);
          setUnsent(null);
        }}
      >
        {t('review.unsentDiscard')}
      </Button>
    </section>
  );
}
