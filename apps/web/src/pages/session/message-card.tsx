import type { Schemas } from '@/api/client';
import { Avatar } from '@/ui/avatar';
import { Card } from '@/ui/card';
import { RelativeTime } from '@/ui/relative-time';

export function MessageCard({ message }: { readonly message: Schemas['Message'] }) {
  return (
    <Card className="grid gap-3">
      <div className="flex items-center gap-3">
        <Avatar id={message.agent_uuid ?? message.agent_name} name={message.agent_name} />
        <span className="font-medium">{message.agent_name}</span>
        <span className="ml-auto text-sm text-soft">
          <RelativeTime at={message.created_at} />
        </span>
      </div>
      <p className="font-serif text-lg whitespace-pre-wrap">{message.content}</p>
    </Card>
  );
}
