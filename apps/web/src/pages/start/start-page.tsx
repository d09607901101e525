import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Schemas } from '@/api/client';
import { groupQueries, templateQueries } from '@/api/queries/lists';
import { PageFrame } from '@/app/page-frame';
import { byRank } from '@/templates/by-rank';
import { QueryView } from '@/ui/query-view';
import { seatsOf } from './seated-in';
import { EMPTY_FORM } from './start-form';
import { StartAgainCard } from './start-again-card';
import { readStartDraft } from './start-draft';
import { StartFields } from './start-fields';
import { startQueries } from './start-queries';
import { TemplateGallery } from './template-gallery';

/** A template, a document, what is wanted of it, who sits there and what it may cost. `?from=` begins with a session's. */
export function StartPage() {
  const { t } = useTranslation('start');
  const [search] = useSearchParams();
  const from = search.get('from');
  const group = search.get('group');
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      {from !== null && <StartAgain key={from} from={from} />}
      {from === null && (group === null ? <StartAnew group={null} /> : <StartWithGroup groupUuid={group} />)}
    </PageFrame>
  );
}

/** `?group=`: its members take their seats. */
function StartWithGroup({ groupUuid }: { readonly groupUuid: string }) {
  const groups = useQuery(groupQueries.list());
  return (
    <QueryView query={groups}>
      {(items) => <StartAnew group={items.find(({ group_uuid }) => group_uuid === groupUuid) ?? null} />}
    </QueryView>
  );
}

function StartAnew({ group }: { readonly group: Schemas['Group'] | null }) {
  const [search, setSearch] = useSearchParams();
  const templates = useQuery({ ...templateQueries.list(), select: byRank });
  const [draft] = useState(() => readStartDraft('anew'));
  return (
    <QueryView query={templates}>
      {(items) => {
        const begun = items.find(({ template_uuid }) => template_uuid === draft?.template) ?? items[0];
        const wanted = search.get('template') ?? begun?.template_uuid ?? null;
        const template = items.find(({ template_uuid }) => template_uuid === wanted);
        const seats = {
          group: group?.group_uuid ?? null,
          members: seatsOf(template?.graph ?? null, group),
          models: {},
        };
        // Who was chosen is kept for the council they were chosen for.
        const isSame = group === null && draft?.template === wanted;
        return (
          <StartFields
            place="anew"
            fresh={{ ...EMPTY_FORM, ...seats }}
            draft={draft === null ? null : { ...draft.values, ...(isSame ? {} : seats) }}
            source={template === undefined ? null : { template_uuid: template.template_uuid }}
            graph={template?.graph ?? null}
          >
            <TemplateGallery
              templates={items}
              chosen={wanted}
              onChoose={(uuid) => {
                search.set('template', uuid);
                setSearch(search, { replace: true, preventScrollReset: true });
              }}
            />
          </StartFields>
        );
      }}
    </QueryView>
  );
}

function StartAgain({ from }: { readonly from: string }) {
  const { t } = useTranslation('start');
  const again = useQuery(startQueries.again(from, t('context')));
  const [draft] = useState(() => readStartDraft(from));
  return (
    <QueryView query={again}>
      {({ title, graph, values }) => (
        <StartFields place={from} fresh={values} draft={draft?.values ?? null} source={{ graph }} graph={graph}>
          <StartAgainCard title={title} graph={graph} />
        </StartFields>
      )}
    </QueryView>
  );
}
