import { useTranslation } from 'react-i18next';
import type { Session } from '@/api/queries/sessions';
import { Badge } from '@/ui/badge';
import { sessionState } from './session-state';

export function SessionBadge({ session }: { readonly session: Session }) {
  const { t } = useTranslation();
  const { name, tone, isLive } = sessionState(session);
  return (
    <Badge tone={tone} isLive={isLive}>
      {t(`status.${name}`)}
    </Badge>
  );
}
