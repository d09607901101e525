import { type RefObject, useEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as reading along. */
const NEAR_PX = 160;
/** What scrolls within this time of a wheel, a finger or a key was scrolled by a person. */
const INPUT_MS = 500;
const INPUTS = ['wheel', 'touchmove', 'keydown', 'pointerdown', 'pointermove'] as const;

interface Following {
  readonly end: RefObject<HTMLDivElement | null>;
  readonly isFollowing: boolean;
  readonly follow: () => void;
}

/**
 * Keeps the end of what grows in sight, yields to whoever scrolls up, and goes on when they come back.
 * @param scroller what scrolls; null: the page.
 */
export function useFollowEnd(scroller: HTMLElement | null, isLive: boolean): Following {
  const end = useRef<HTMLDivElement>(null);
  const [isFollowing, setFollowing] = useState(true);
  useEffect(() => {
    const source = scroller ?? window;
    const place = (): number => scroller?.scrollTop ?? scrollY;
    let last = place();
    let lastInput = -INPUT_MS;
    const note = (event: Event): void => {
      // A mouse that passes by scrolls nothing; one that drags the bar does.
      if (event instanceof PointerEvent && event.buttons === 0) return;
      lastInput = performance.now();
    };
    const look = (): void => {
      const bottom = scroller?.getBoundingClientRect().bottom ?? innerHeight;
      const distance = (end.current?.getBoundingClientRect().bottom ?? 0) - bottom;
      const isByHand = performance.now() - lastInput < INPUT_MS;
      if (isByHand && place() < last - 2) setFollowing(false);
      else if (distance < NEAR_PX) setFollowing(true);
      last = place();
    };
    source.addEventListener('scroll', look, { passive: true });
    for (const input of INPUTS) source.addEventListener(input, note, { passive: true });
    return () => {
      source.removeEventListener('scroll', look);
      for (const input of INPUTS) source.removeEventListener(input, note);
    };
  }, [scroller]);
  const show = (): void => end.current?.scrollIntoView({ block: 'end' });
  useEffect(() => {
    const content = end.current?.parentElement;
    if (!isLive || !isFollowing || content == null) return undefined;
    // Words that come and rows that turn out higher than estimated: both move the end.
    const observer = new ResizeObserver(show);
    observer.observe(content);
    return () => observer.disconnect();
  }, [isLive, isFollowing]);
  const follow = (): void => {
    setFollowing(true);
    show();
  };
  return { end, isFollowing, follow };
}
