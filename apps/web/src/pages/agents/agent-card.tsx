import { Code, Globe } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '@/api/client';
import { useWords } from '@/library/use-words';
import { Avatar } from '@/ui/avatar';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { signOf } from '@/ui/sign-of';
import { AgentMenu } from './agent-menu';

interface AgentCardProps {
  readonly agent: Schemas['Agent'];
  readonly onError: (error: Error) => void;
}

/** Who they are, which model speaks, what they may do. The name leads to the agent. */
export function AgentCard({ agent, onError }: AgentCardProps) {
  const { t } = useTranslation('agents');
  const { agent_uuid: uuid, name, avatar, description, model_config: model, capabilities } = useWords()(agent);
  return (
    <Card className="relative flex h-full gap-4 hover:bg-wash">
      <Avatar id={uuid} name={name} sign={signOf(avatar)} />
      <div className="grid min-w-0 grow content-start gap-1.5">
        <h2 className="font-serif text-lg leading-snug font-semibold wrap-anywhere">
          <Link to={`/agents/${uuid}`} className="after:absolute after:inset-0 after:rounded-lg">
            {name}
          </Link>
        </h2>
        <p className="truncate font-mono text-xs text-soft">
          {model.provider} · {model.model}
        </p>
        {description !== null && <p className="line-clamp-3 text-sm text-soft">{description}</p>}
        <div className="flex flex-wrap gap-1.5 empty:hidden">
          {agent.model_state === 'vanished' && <Badge tone="warn">{t('vanished')}</Badge>}
          {capabilities.web_search && (
            <Badge>
              <Globe aria-hidden className="size-3.5" />
              {t('webSearch')}
            </Badge>
          )}
          {capabilities.code_execution && (
            <Badge>
              <Code aria-hidden className="size-3.5" />
              {t('codeExecution')}
            </Badge>
          )}
        </div>
      </div>
      <div className="relative z-10 -mt-2 -mr-3">
        <AgentMenu agent={agent} onError={onError} />
      </div>
    </Card>
  );
}
