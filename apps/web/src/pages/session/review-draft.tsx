import { useTranslation } from 'react-i18next';
import type { Review } from '@/api/queries/reviews';
import { Markdown } from './markdown';
import { OrderedLines, OrderList } from './order-list';

/** What the council has concluded so far, where it disagrees, and what it would have done. */
export function ReviewDraft({ draft }: { readonly draft: Review['request']['draft'] }) {
  const { t } = useTranslation('session');
  const { conclusions, disagreements, actions } = draft;
  return (
    <div className="grid gap-3">
      {conclusions.map((text) => (
        <Markdown key={text} text={text} checked={[]} />
      ))}
      {disagreements.length > 0 && (
        <div>
          <h3 className="text-sm font-medium text-soft">{t('review.disagreements')}</h3>
          <ul className="list-disc pl-5">
            {disagreements.map(({ topic, ruling, lines }) => (
              <li key={topic}>
                <span className="font-medium">{topic}</span> <OrderedLines lines={lines} />
                <p>{ruling}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      {actions.length > 0 && (
        <div>
          <h3 className="text-sm font-medium text-soft">{t('review.orders')}</h3>
          <OrderList orders={actions} />
        </div>
      )}
    </div>
  );
}
