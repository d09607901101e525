import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { newKey } from '@/api/client';
import { RequestProblem } from '@/api/request-problem';
import { type StartRequest, startSession } from './start-session';

/** Until there was an answer, the same request goes out under the same key: a lost answer starts nothing twice. */
export function useStartSession(onStarted?: (sessionUuid: string) => unknown) {
  const sent = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (request: StartRequest) => {
      const body = JSON.stringify(request);
      if (sent.current?.body !== body) sent.current = { body, key: newKey() };
      return startSession(request, sent.current.key);
    },
    onSuccess: ({ session_uuid }) => {
      sent.current = null;
      return onStarted?.(session_uuid);
    },
    onError: (error) => {
      // An answer was given, and would be given again: another try needs another key.
      if (error instanceof RequestProblem && error.status > 0) sent.current = null;
    },
  });
}
