import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Review } from '@/api/queries/reviews';
import { isExpert } from '@/state/expert';
import { useValue } from '@/state/use-value';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Prose } from '@/ui/prose';
import { RawData } from '@/ui/raw-data';

/** The draft and where the council disagrees, without going into the room. */
export function QuickLook({ review }: { readonly review: Review }) {
  const { t } = useTranslation('reviews');
  const expert = useValue(isExpert);
  const { request, session_title, session_uuid } = review;
  const { draft, document, instructions } = request;
  const proposed = document?.proposed ?? null;
  const isEmpty = draft.conclusions.length + draft.disagreements.length + draft.actions.length === 0;
  return (
    <Dialog
      width="md"
      title={session_title}
      {...(instructions === '' ? {} : { description: instructions })}
      trigger={
        <Button size="sm" aria-label={t('look.of', { title: session_title })}>
          {t('look.name')}
        </Button>
      }
    >
      <div className="grid min-w-0 gap-5">
        {isEmpty && <p className="text-soft">{t('look.empty')}</p>}
        {draft.conclusions.map((text) => (
          <Prose key={text} text={text} from={4} />
        ))}
        {draft.disagreements.length > 0 && (
          <section className="grid gap-2">
            <h3 className="font-medium">{t('look.disagreements')}</h3>
            <ul className="grid gap-2">
              {draft.disagreements.map(({ topic, ruling, lines }) => (
                <li key={topic} className="border-l-2 border-line-strong pl-3">
                  <span className="font-medium">{topic}</span> <Lines lines={lines} />
                  <span className="block text-soft">{ruling}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {draft.actions.length > 0 && (
          <section className="grid gap-2">
            <h3 className="font-medium">{t('look.orders')}</h3>
            <ol className="grid list-decimal gap-1 pl-5">
              {draft.actions.map(({ order, lines }) => (
                <li key={order}>
                  {order} <Lines lines={lines} />
                </li>
              ))}
            </ol>
          </section>
        )}
        {document !== null && (
          <p className="text-sm text-soft">
            {proposed === null || proposed === document.current
              ? t('look.unchanged', { version: document.current })
              : t('look.proposed', { version: proposed, current: document.current })}
          </p>
        )}
        {expert && <RawData title={t('look.raw')} data={review} />}
        <Button asChild look="primary" className="justify-self-start">
          <Link to={`/sessions/${session_uuid}`}>{t('decide')}</Link>
        </Button>
      </div>
    </Dialog>
  );
}

function Lines({ lines }: { readonly lines: string }) {
  return lines !== '' && <span className="font-mono text-xs text-soft">{lines}</span>;
}
