import { useEffect, useState } from 'react';
import type { Session } from '@/api/queries/sessions';
import { VERDICT_ID } from './verdict-place';
import { isOver } from './what-can-be-done';

/**
 * Whether there is a verdict that was not seen yet: who has followed a session to its end reads the last words, and what
 * came of them stands above the first. Over when it has been in sight, or when that is said.
 */
export function useVerdictNews(session: Session): readonly [isNews: boolean, setSeen: () => void] {
  const [wasLive] = useState(!isOver(session));
  const [isSeen, setSeen] = useState(false);
  const isNews = wasLive && !isSeen && isOver(session) && session.verdict !== null;
  useEffect(() => {
    const verdict = document.getElementById(VERDICT_ID);
    if (!isNews || verdict === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(verdict);
    return () => observer.disconnect();
  }, [isNews]);
  return [isNews, () => setSeen(true)];
}
