import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from './app-error.js';

/**
 * Opens a server of its own beside the application, and answers its address without a path; port 0 takes any free one.
 * Where the address cannot be had the error has `refusal.code`, and says in `refusal.detail` what to set.
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  refusal: { readonly code: string; readonly detail: string },
): Promise<string> {
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new AppError('unavailable', refusal.code, `the address ${host}:${port} cannot be used (${reason})`, {
      detail: refusal.detail,
    });
  }
  const taken = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken.port}`;
}
