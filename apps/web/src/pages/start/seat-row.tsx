import { useTranslation } from 'react-i18next';
import type { Schemas } from '@/api/client';
import { Avatar } from '@/ui/avatar';
import { Select } from '@/ui/select';
import type { StartValues } from './start-form';

interface SeatRowProps {
  /** The agent whom the graph names. */
  readonly seat: string;
  readonly agents: readonly Schemas['Agent'][];
  readonly offered: readonly { readonly value: string; readonly label: string }[];
  /** The providers that cannot be called: somebody else's model speaks. */
  readonly missing: readonly string[];
  readonly values: Pick<StartValues, 'members' | 'models'>;
  readonly onChange: (changed: Partial<StartValues>) => void;
}

const OWN = 'own';

/** One seat: who takes it, and which model that one speaks with. */
export function SeatRow({ seat, agents, offered, missing, values: { members, models }, onChange }: SeatRowProps) {
  const { t } = useTranslation('start');
  const sitting = members[seat] ?? seat;
  const nameOf = (uuid: string): string => agents.find(({ agent_uuid }) => agent_uuid === uuid)?.name ?? t('seat.gone');
  // Whoever was deleted leaves an empty seat, and the session cannot start until somebody takes it.
  const isGone = agents.every(({ agent_uuid }) => agent_uuid !== seat);
  const own = agents.find(({ agent_uuid }) => agent_uuid === sitting)?.model_config;
  const taken = models[sitting];
  const isMute = own !== undefined && missing.includes(own.provider);
  const ownLabel = own === undefined ? t('unknownModel') : t(isMute ? 'ownModelMute' : 'ownModel', own);
  // What was chosen before and is not offered any more is shown all the same, and not changed behind anybody's back.
  const unknown = taken === undefined || offered.some(({ value }) => value === taken) ? [] : [taken];
  const seatAgent = (agent: string): void => {
    const { [seat]: _seat, ...otherMembers } = members;
    const { [sitting]: _sitting, ...otherModels } = models;
    onChange({ members: agent === seat ? otherMembers : { ...otherMembers, [seat]: agent }, models: otherModels });
  };
  const speakWith = (model: string): void => {
    const { [sitting]: _previous, ...others } = models;
    onChange({ models: model === OWN ? others : { ...others, [sitting]: model } });
  };
  return (
    <div role="group" aria-label={nameOf(seat)} className="flex items-center gap-3">
      <Avatar id={sitting} name={nameOf(sitting)} />
      <div className="grid min-w-0 grow gap-2 sm:grid-cols-2">
        <Select
          label={t('seat.agent', { name: nameOf(seat) })}
          value={isGone && sitting === seat ? null : sitting}
          placeholder={t('seat.choose')}
          options={agents.map(({ agent_uuid: value, name }) => ({
            value,
            label: value === seat || isGone ? name : t('seat.instead', { name, seat: nameOf(seat) }),
          }))}
          onChange={seatAgent}
        />
        <Select
          label={t('seat.model', { name: nameOf(sitting) })}
          value={taken ?? OWN}
          isDisabled={offered.length === 0}
          options={[{ value: OWN, label: ownLabel }, ...offered, ...unknown.map((value) => ({ value, label: value }))]}
          onChange={speakWith}
        />
      </div>
    </div>
  );
}
