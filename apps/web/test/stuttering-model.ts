import { piece, type Reply } from '../../council-server/test/scripted-upstream.mjs';

/** So little in so many characters opens a breaker. */
export const stutters: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let at = 0; at < 10; at += 1) response.write(piece('a'.repeat(200)));
};
