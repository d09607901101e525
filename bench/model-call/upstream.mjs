// A model that answers in one second and forty pieces, whoever asks; its own process, so that its work is nobody's share.
import { createServer } from 'node:http';

const PIECES = 40;
const EVERY_MS = 25;
const chunk = (delta, finish_reason, more = {}) =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;
const PIECE = chunk({ content: 'a few words, ' }, null);
const END = `${chunk({}, 'stop')}data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [], usage: { prompt_tokens: 500, completion_tokens: 120, total_tokens: 620 } })}\n\ndata: [DONE]\n\n`;

const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
  let sent = 0;
  const begun = performance.now();
  const next = () => {
    response.write(PIECE);
    sent += 1;
    if (sent === PIECES) response.end(END);
    else setTimeout(next, Math.max(0, begun + (sent + 1) * EVERY_MS - performance.now()));
  };
  setTimeout(next, EVERY_MS);
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => process.send(server.address().port));
process.once('disconnect', () => process.exit());
