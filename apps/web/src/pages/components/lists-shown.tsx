import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '@/app/panel';
import { formatNumber } from '@/i18n/format';
import { Money } from '@/ui/money';
import { MorePages } from '@/ui/more-pages';
import { Prose } from '@/ui/prose';
import { RawData } from '@/ui/raw-data';
import { Table } from '@/ui/table';
import { Tabs } from '@/ui/tabs';

const ROWS = [
  { seat: 'Value Defender', model: 'qwen-max', tokens: 4_120, usd: 0.0123 },
  { seat: 'Chief Justice', model: 'deepseek-chat', tokens: 12_480, usd: null },
];
const MORE = { hasNextPage: true, isFetchingNextPage: false, fetchNextPage: () => undefined };

export function ListsShown() {
  const { t, i18n } = useTranslation('components');
  const [tab, setTab] = useState<'report' | 'votes'>('report');
  return (
    <>
      <Panel title={t('tabs.title')}>
        <Tabs
          label={t('tabs.title')}
          value={tab}
          onChange={setTab}
          tabs={[
            { name: 'report', label: t('tabs.report'), content: t('tabs.reportText') },
            { name: 'votes', label: t('tabs.votes'), content: t('tabs.votesText') },
          ]}
        />
      </Panel>
      <Panel title={t('table.title')}>
        <Table
          caption={t('table.title')}
          rows={ROWS}
          rowKey={({ seat }) => seat}
          columns={[
            { name: 'seat', title: t('table.seat'), cell: ({ seat }) => seat },
            { name: 'model', title: t('table.model'), cell: ({ model }) => <code className="font-mono">{model}</code> },
            {
              name: 'tokens',
              title: t('table.tokens'),
              isFigure: true,
              cell: ({ tokens }) => formatNumber(tokens, i18n.language),
            },
            {
              name: 'cost',
              title: t('table.cost'),
              isFigure: true,
              cell: ({ usd }) => <Money usd={usd} isEstimated />,
            },
          ]}
        />
        <MorePages query={MORE} />
        <Prose text={t('table.prose')} from={4} />
        <RawData title={t('table.raw')} data={ROWS} />
      </Panel>
    </>
  );
}
