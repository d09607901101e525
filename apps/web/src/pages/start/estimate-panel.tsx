import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { accessQueries } from '@/api/queries/access';
import { estimateQueries } from '@/api/queries/estimate';
import { useWhyNot } from '@/api/use-why-not';
import { Panel } from '@/app/panel';
import type { StartRequest } from '@/sessions/start-session';
import { Card } from '@/ui/card';
import { QueryView } from '@/ui/query-view';
import { EstimateFigures } from './estimate-figures';
import { useSettled } from './use-settled';

interface EstimatePanelProps extends Pick<ComponentProps<typeof EstimateFigures>, 'onTakeModels'> {
  readonly request: string | null;
}

/** What it would cost and how long it would take, asked for when the form has been left alone for a moment. */
export function EstimatePanel({ request, onTakeModels }: EstimatePanelProps) {
  const { t } = useTranslation('start');
  // An estimate counts as taking part: it waits until it is known who asks. Not by what the page around it says: this panel
  // is drawn in a transition, and may know who asks before the page has heard of it.
  const whyNot = useWhyNot('member');
  const mayAsk = useQuery(accessQueries.me()).data !== undefined && whyNot === null;
  const asked = useSettled(request, 600);
  const settled = mayAsk ? asked : null;
  const estimate = useQuery({
    ...estimateQueries.of(settled === null ? {} : (JSON.parse(settled) as StartRequest)),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <Panel title={t('estimate.title')}>
      <Card className="text-sm">
        {settled === null ? (
          <p className="text-soft">{whyNot ?? t('estimate.nothing')}</p>
        ) : (
          <QueryView query={estimate}>
            {(found) => <EstimateFigures estimate={found} onTakeModels={onTakeModels} />}
          </QueryView>
        )}
      </Card>
    </Panel>
  );
}
