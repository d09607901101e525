import { useEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as reading along. */
const NEAR_PX = 160;

/** Keeps the end of what grows in sight, yields to whoever scrolls up, and goes on when they come back. */
export function useFollowEnd(grows: unknown, isLive: boolean) {
  const end = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  useEffect(() => {
    let last = scrollY;
    const look = (): void => {
      const distance = (end.current?.getBoundingClientRect().bottom ?? 0) - innerHeight;
      if (scrollY < last - 2) setFollowing(false);
      else if (distance < NEAR_PX) setFollowing(true);
      last = scrollY;
    };
    addEventListener('scroll', look, { passive: true });
    return () => removeEventListener('scroll', look);
  }, []);
  const show = (): void => end.current?.scrollIntoView({ block: 'end' });
  useEffect(() => {
    if (isLive && isFollowing) show();
  }, [grows, isLive, isFollowing]);
  const follow = (): void => {
    setFollowing(true);
    show();
  };
  return { end, isFollowing, follow };
}
