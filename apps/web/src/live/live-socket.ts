/** What the channel needs of a WebSocket: fakes have no more, and nothing else can be leaned on. */
export interface LiveSocket {
  send(text: string): void;
  close(): void;
}

export interface SocketEvents {
  opened(): void;
  received(text: string): void;
  /** Once, also when it never opened. */
  closed(): void;
}

export function connectWebSocket(events: SocketEvents): LiveSocket {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/ws`);
  socket.addEventListener('open', () => events.opened());
  socket.addEventListener('message', ({ data }) => events.received(String(data)));
  socket.addEventListener('close', () => events.closed());
  return socket;
}
