import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '@/api/client';
import { RequestProblem } from '@/api/request-problem';
import { type StartRequest, startSession } from '@/sessions/start-session';

/** Starts it and goes there. Until there was an answer, the same request goes out under the same key. */
export function useStart() {
  const navigate = useNavigate();
  const sent = useRef<{ body: string; key: string } | null>(null);
  return useMutation({
    mutationFn: (request: StartRequest) => {
      const body = JSON.stringify(request);
      if (sent.current?.body !== body) sent.current = { body, key: newKey() };
      return startSession(request, sent.current.key);
    },
    onSuccess: ({ session_uuid }) => navigate(`/sessions/${session_uuid}`),
    onError: (error) => {
      // An answer was given, and would be given again: another try needs another key.
      if (error instanceof RequestProblem && error.status > 0) sent.current = null;
    },
  });
}
