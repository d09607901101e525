// A model server in a process of its own: the seats of a Council Debate, in four pieces, after a given time.
import { createServer } from 'node:http';
import { answerOf, ending, piece } from '../../apps/council-server/test/scripted-upstream.mjs';

const delayMs = Number(process.argv[2]);

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => setTimeout(answer, delayMs, response, Buffer.concat(chunks).toString()));
});

function answer(response, text) {
  const prompt = JSON.parse(text)
    .messages.map((message) => message.content)
    .join('\n\n');
  const words = answerOf({ seat: seatOf(prompt), prompt });
  const size = Math.ceil(words.length / 4);
  const pieces = Array.from({ length: 4 }, (_, index) => piece(words.slice(index * size, (index + 1) * size)));
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(`${pieces.join('')}${ending()}`);
}

function seatOf(prompt) {
  if (prompt.includes('<analysis id="')) return 'judge';
  return prompt.includes('Your seat argues FOR') ? 'for' : 'against';
}

server.listen(0, '127.0.0.1', () => {
  process.send({ url: `http://127.0.0.1:${server.address().port}/v1` });
});
