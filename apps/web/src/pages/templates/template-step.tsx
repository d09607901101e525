import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { formatNames } from '@/i18n/format';
import { useWords } from '@/library/use-words';
import type { Step } from '@/templates/steps-of';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { signOf } from '@/ui/sign-of';

interface TemplateStepProps {
  readonly step: Step;
  readonly kind: { readonly name: string; readonly description: string } | undefined;
  readonly isExplained: boolean;
  readonly nameOf: (nodeId: string) => string;
  /** Null: not known yet. */
  readonly agents: readonly Schemas['Agent'][] | null;
}

export function TemplateStep({ step, kind, isExplained, nameOf, agents }: TemplateStepProps) {
  const { t, i18n } = useTranslation('templates');
  const wordsOf = useWords();
  const next = formatNames(step.next.map(nameOf), i18n.language);
  return (
    <li className="grid gap-1.5 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="font-serif text-lg leading-snug font-semibold">{nameOf(step.id)}</h3>
        <Badge>{kind?.name ?? step.kind}</Badge>
      </div>
      {isExplained && kind !== undefined && <p className="text-sm text-soft">{kind.description}</p>}
      {step.seats.length > 0 && (
        <ul aria-label={t('seat')} className="flex flex-wrap gap-x-4 gap-y-1.5">
          {step.seats.map((uuid) => {
            const agent = agents?.find(({ agent_uuid }) => agent_uuid === uuid);
            if (agent === undefined) return agents !== null && <li key={uuid}>{t('noSeat')}</li>;
            const { name } = wordsOf(agent);
            return (
              <li key={uuid} className="flex items-center gap-2 text-sm">
                <Avatar id={uuid} name={name} sign={signOf(agent.avatar)} size="sm" />
                <Link className="link" to={`/agents/${uuid}`}>
                  {name}
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {step.model !== null && <p className="font-mono text-xs">{t('model', step.model)}</p>}
      {step.within !== null && <p className="text-sm">{t('within', { name: nameOf(step.within) })}</p>}
      <p className="text-sm">{next === '' ? step.within === null && t('last') : t('next', { names: next })}</p>
    </li>
  );
}
