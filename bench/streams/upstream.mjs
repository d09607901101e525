// A model server in a process of its own that speaks so many tokens a second: `upstream.mjs <tokens a second> <seconds>`.
import { createServer } from 'node:http';
import { ANSWERS } from '../sessions/case.mjs';

const [rate, seconds] = process.argv.slice(2).map(Number);
const line = (value) => `data: ${JSON.stringify(value)}\n\n`;
const word = (content) => line({ choices: [{ index: 0, delta: { content }, finish_reason: null }] });
const ENDING =
  line({ choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }) +
  line({ choices: [], usage: { prompt_tokens: 2_000, completion_tokens: rate * seconds } }) +
  'data: [DONE]\n\n';

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => speak(response, Buffer.concat(chunks).toString().includes('<analysis id=')));
}).listen(0, '127.0.0.1', function () {
  process.send({ url: `http://127.0.0.1:${this.address().port}/v1` });
});

function speak(response, isJudge) {
  // A judge has to end with its judgement; what is long before it is what the seats say.
  const filler = Array.from({ length: rate * seconds }, (_, at) => `word${at} `);
  const tokens = isJudge ? [...filler, ANSWERS.adjudicator] : filler;
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const begunAt = performance.now();
  let said = 0;
  const timer = setInterval(() => {
    const due = Math.min(tokens.length, Math.floor(((performance.now() - begunAt) / 1_000) * rate) + 1);
    for (; said < due; said += 1) response.write(word(tokens[said]));
    if (said < tokens.length) return;
    clearInterval(timer);
    response.end(ENDING);
  }, 1_000 / rate);
  response.on('close', () => clearInterval(timer));
}
