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
  readonly values: Pick<StartValues, 'members' | 'models'>;
  readonly onChange: (changed: Partial<StartValues>) => void;
}

const OWN = 'own';

/** One seat: who takes it, and which model that one speaks with. */
export function SeatRow({ seat, agents, offered, values: { members, models }, onChange }: SeatRowProps) {
  const { t } = useTranslation('start');
  const sitting = members[seat] ?? seat;
  const nameOf = (uuid: string): string => agents.find(({ agent_uuid }) => agent_uuid === uuid)?.name ?? uuid;
  const own = agents.find(({ agent_uuid }) => agent_uuid === sitting)?.model_config;
  const taken = models[sitting];
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
          value={sitting}
          options={agents.map(({ agent_uuid: value, name }) => ({
            value,
            label: value === seat ? name : t('seat.instead', { name, seat: nameOf(seat) }),
          }))}
          onChange={seatAgent}
        />
        <Select
          label={t('seat.model', { name: nameOf(sitting) })}
          value={taken ?? OWN}
          isDisabled={offered.length === 0}
          options={[
            { value: OWN, label: own === undefined ? t('unknownModel') : t('ownModel', own) },
            ...offered,
            ...unknown.map((value) => ({ value, label: value })),
          ]}
          onChange={speakWith}
        />
      </div>
    </div>
  );
}
