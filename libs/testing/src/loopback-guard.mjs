// No test may reach beyond this machine: a connection to anything but loopback or a unix socket fails at once, naming
// the address. Loaded before every suite (jest `setupFiles`) and into servers that suites spawn (node `--import`).
import net from 'node:net';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|0\.0\.0\.0|::)$/;
const { connect } = net.Socket.prototype;

net.Socket.prototype.connect = function guarded(...args) {
  const first = Array.isArray(args[0]) ? args[0][0] : args[0];
  const options = typeof first === 'object' && first !== null ? first : {};
  const host =
    typeof first === 'number' ? (typeof args[1] === 'string' ? args[1] : 'localhost') : (options.host ?? 'localhost');
  if (options.path === undefined && typeof first !== 'string' && !LOOPBACK.test(host)) {
    throw new Error(`A test tried to connect to ${host}: tests may only reach loopback.`);
  }
  return connect.apply(this, args);
};
