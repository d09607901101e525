import { api, call } from '@/api/client';
import { isReachable } from '@/api/reachability';
import { LiveChannel } from './live-channel';
import { connectWebSocket } from './live-socket';

/** The tab's own. A refused upgrade tells a page nothing, so a request that can be refused in words goes before it. */
export const tabChannel = new LiveChannel({
  connect: connectWebSocket,
  prepare: () => call(api.GET('/api/v1/sessions', { params: { query: { limit: 1 } } })),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
});

isReachable.subscribe(() => {
  if (isReachable.get()) tabChannel.retryNow();
});
addEventListener('online', () => tabChannel.retryNow());
