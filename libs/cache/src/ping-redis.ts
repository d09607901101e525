import { createClient } from '@redis/client';
import { redisFault } from './redis-fault.js';

const TIMEOUT_MS = 2_000;

/** One try, for whoever asks whether an address is right: null when Redis answers there, else the reason in few words. */
export async function pingRedis(url: string): Promise<string | null> {
  const client = createClient({ url, socket: { connectTimeout: TIMEOUT_MS, reconnectStrategy: false } });
  // The rejection below says the same; without a listener the event would end the process.
  client.on('error', () => undefined);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(reject, TIMEOUT_MS, new Error(`no answer within ${TIMEOUT_MS} ms`));
  });
  try {
    await Promise.race([client.connect().then(() => client.ping()), patience]);
    return null;
  } catch (error) {
    return redisFault(error);
  } finally {
    clearTimeout(timer);
    client.unref();
    if (client.isOpen) await client.disconnect();
  }
}
