import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { api, call, newKey } from '@/api/client';
import { type Session, sessionQueries } from '@/api/queries/sessions';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ErrorState } from '@/ui/error-state';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { QueryView } from '@/ui/query-view';
import { Select } from '@/ui/select';
import { forkPlaces } from './fork-places';
import { hasEnded } from './session-state';

interface ForkSessionProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** Holds it again from one of its turns on: what was said before is kept, what comes after is said anew. */
export function ForkSession({ session, onClose }: ForkSessionProps) {
  const { t } = useTranslation('sessions');
  const navigate = useNavigate();
  const id = session.session_uuid;
  const [title, setTitle] = useState(t('fork.name', { title: session.title }).slice(0, 200));
  const [place, setPlace] = useState<string | null>(null);
  const timeline = useQuery(sessionQueries.timeline(id));
  const fork = useMutation({
    mutationFn: (seq: number | null) =>
      call(
        api.POST('/api/v1/sessions/{id}/fork', {
          params: { path: { id }, header: { 'Idempotency-Key': newKey() } },
          body: { ...(seq === null ? {} : { seq }), ...(title.trim() === '' ? {} : { title }) },
        }),
      ),
    onSuccess: ({ session_uuid }) => navigate(`/sessions/${session_uuid}`),
  });
  return (
    <Dialog isOpen onOpenChange={onClose} title={t('fork.title')} description={t('fork.text')}>
      <QueryView query={timeline}>
        {({ items }) => {
          const places = forkPlaces(items, hasEnded(session));
          const chosen = places.find(({ value }) => value === place) ?? places[0];
          return (
            <div className="grid gap-4">
              <Field label={t('fork.from')} hint={t('fork.fromHint')}>
                <Select
                  value={chosen?.value ?? null}
                  options={places.map(({ value, kind, ...words }) => ({
                    value,
                    label: t(`fork.place.${kind}`, words),
                  }))}
                  onChange={setPlace}
                />
              </Field>
              <Field label={t('rename.label')}>
                <Input autoComplete="off" value={title} onChange={({ target }) => setTitle(target.value)} />
              </Field>
              {fork.error !== null && <ErrorState error={fork.error} />}
              <Button
                writes
                look="primary"
                className="justify-self-start"
                isBusy={fork.isPending}
                onClick={() => fork.mutate(chosen?.seq ?? null)}
              >
                {t('fork.do')}
              </Button>
            </div>
          );
        }}
      </QueryView>
    </Dialog>
  );
}
