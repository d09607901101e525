import { type RefObject, useEffect, useRef, useState } from 'react';

/** Nearer than this to the end counts as reading along. */
const NEAR_PX = 160;
/** What scrolls within this time of a finger, a key or a button was scrolled by a person. */
const INPUT_MS = 500;
const INPUTS = ['touchmove', 'keydown', 'pointerdown', 'pointermove'] as const;
const UPWARD = ['wheel', 'keydown'] as const;
const KEYS_UP = new Set(['ArrowUp', 'PageUp', 'Home']);

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
  /** At once, not with the next drawing: words that come in between would scroll back whoever has just scrolled up. */
  const isOn = useRef(true);
  const setOn = (isNowOn: boolean): void => {
    isOn.current = isNowOn;
    setFollowing(isNowOn);
  };
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
    // Before anything has moved: where words come with every picture, the first step up would be taken back.
    const wantsUp = (event: Event): void => {
      const isUp = event instanceof WheelEvent ? event.deltaY < 0 : KEYS_UP.has((event as KeyboardEvent).key);
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (isUp && !isTyping && place() > 0) setOn(false);
    };
    const look = (): void => {
      const moved = place() - last;
      last = place();
      const bottom = scroller?.getBoundingClientRect().bottom ?? innerHeight;
      const distance = (end.current?.getBoundingClientRect().bottom ?? 0) - bottom;
      if (!isOn.current) {
        if (moved > 0 && distance < NEAR_PX) setOn(true);
      } else if (moved < -2 && performance.now() - lastInput < INPUT_MS) setOn(false);
    };
    source.addEventListener('scroll', look, { passive: true });
    for (const input of INPUTS) source.addEventListener(input, note, { passive: true });
    for (const input of UPWARD) source.addEventListener(input, wantsUp, { passive: true });
    return () => {
      source.removeEventListener('scroll', look);
      for (const input of INPUTS) source.removeEventListener(input, note);
      for (const input of UPWARD) source.removeEventListener(input, wantsUp);
    };
  }, [scroller]);
  const show = (): void => {
    if (isOn.current) end.current?.scrollIntoView({ block: 'end' });
  };
  useEffect(() => {
    const content = end.current?.parentElement;
    if (!isLive || !isFollowing || content == null) return undefined;
    // Words that come and rows that turn out higher than estimated: both move the end.
    const observer = new ResizeObserver(show);
    observer.observe(content);
    return () => observer.disconnect();
  }, [isLive, isFollowing]);
  const follow = (): void => {
    setOn(true);
    show();
  };
  return { end, isFollowing, follow };
}
