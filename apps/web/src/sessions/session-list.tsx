import type { Session } from '@/api/queries/sessions';
import { SessionRow } from './session-row';

export function SessionList({ sessions }: { readonly sessions: readonly Session[] }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-card">
      {sessions.map((session) => (
        <SessionRow key={session.session_uuid} session={session} />
      ))}
    </ul>
  );
}
