import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { groupQueries, templateQueries } from '@/api/queries/lists';
import { formatNames } from '@/i18n/format';
import { useWords } from '@/library/use-words';
import { stepsOf } from '@/templates/steps-of';

/** What goes with an agent: the groups and the templates that seat it, by name, before it is deleted. */
export function AgentUses({ uuid }: { readonly uuid: string }) {
  const { t, i18n } = useTranslation('agents');
  const wordsOf = useWords();
  const groups = (useQuery(groupQueries.list()).data ?? []).filter((one) => one.default_agent_uuids.includes(uuid));
  const templates = (useQuery(templateQueries.list()).data ?? []).filter(({ graph }) =>
    stepsOf(graph).some(({ seats }) => seats.includes(uuid)),
  );
  const named = (rows: readonly { readonly name: string }[]) =>
    formatNames(
      rows.map(({ name }) => name),
      i18n.language,
    );
  return (
    <span className="grid gap-2">
      {groups.length > 0 && <span>{t('deleteGroups', { names: named(groups.map(wordsOf)) })}</span>}
      {templates.length > 0 && <span>{t('deleteTemplates', { names: named(templates.map(wordsOf)) })}</span>}
      <span>{t('delete')}</span>
    </span>
  );
}
