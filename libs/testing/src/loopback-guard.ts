import net from 'node:net';

/**
 * No test may reach beyond this machine: a connection to anything but loopback or a unix socket fails at once, naming
 * the address. Loaded before every suite (jest `setupFiles`).
 */
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|0\.0\.0\.0|::)$/;

type Connect = (this: net.Socket, ...args: unknown[]) => net.Socket;
const prototype = net.Socket.prototype as unknown as { connect: Connect };
const connect = prototype.connect;

prototype.connect = function guarded(this: net.Socket, ...args: unknown[]): net.Socket {
  const first: unknown = Array.isArray(args[0]) ? (args[0] as unknown[])[0] : args[0];
  const options = (typeof first === 'object' && first !== null ? first : {}) as { host?: string; path?: string };
  const host =
    typeof first === 'number' ? (typeof args[1] === 'string' ? args[1] : 'localhost') : (options.host ?? 'localhost');
  if (options.path === undefined && typeof first !== 'string' && !LOOPBACK.test(host)) {
    throw new Error(`A test tried to connect to ${host}: tests may only reach loopback.`);
  }
  return connect.apply(this, args);
};
