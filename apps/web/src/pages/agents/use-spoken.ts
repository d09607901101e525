import { useEffect, useState } from 'react';
import { tabChannel } from '@/live/tab-channel';
import { NOTHING_SPOKEN, type Spoken, withFrame } from './spoken';

/** The words of a session with one seat, from its begin and as they come. */
export function useSpoken(sessionUuid: string): Spoken {
  const [shown, show] = useState(NOTHING_SPOKEN);
  useEffect(() => {
    let spoken = NOTHING_SPOKEN;
    const watch = tabChannel.watch(sessionUuid, 0, (frame) => {
      const next = withFrame(spoken, frame);
      if (next === null) watch.again();
      else show((spoken = next));
    });
    return () => watch.stop();
  }, [sessionUuid]);
  return shown;
}
