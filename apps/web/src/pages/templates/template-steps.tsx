import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { kindQueries } from '@/api/queries/kinds';
import { agentQueries } from '@/api/queries/lists';
import type { Schemas } from '@/api/client';
import { Panel } from '@/app/panel';
import { stepsOf } from '@/templates/steps-of';
import { TemplateStep } from './template-step';

/** The graph in words: each node, who sits there, and what comes after it. */
export function TemplateSteps({ graph }: { readonly graph: Schemas['GraphDefinition'] }) {
  const { t, i18n } = useTranslation('templates');
  const kinds = useQuery(kindQueries.list()).data?.items ?? [];
  const agents = useQuery(agentQueries.list());
  const kindOf = (name: string) => {
    const found = kinds.find(({ kind }) => kind === name);
    return i18n.language === 'en' ? found?.words.en : found?.words.zh;
  };
  const steps = stepsOf(graph);
  const nameOf = (id: string): string => {
    const step = steps.find((one) => one.id === id);
    if (step === undefined) return id;
    return step.name === '' ? (kindOf(step.kind)?.name ?? step.kind) : step.name;
  };
  return (
    <Panel title={t('steps')}>
      <ol className="divide-y divide-line rounded-lg border border-line bg-card">
        {steps.map((step) => (
          <TemplateStep
            key={step.id}
            step={step}
            kind={kindOf(step.kind)}
            // Said once for each kind.
            isExplained={steps.find(({ kind }) => kind === step.kind) === step}
            nameOf={nameOf}
            agents={agents.data ?? null}
          />
        ))}
      </ol>
    </Panel>
  );
}
