// A model server on loopback whose answers depend on every word of the prompt but the nonces, and on nothing else: a
// council that goes on with another prompt than an undisturbed one gets other answers. It keeps a journal.
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';

const FRAME = { id: 'c', object: 'chat.completion.chunk', model: 'm' };

export class SteadyModel {
  /** One entry a call, in the order of arrival: the objective of its session, the seat, and a mark of what was asked. */
  journal = [];
  #pauseMs;
  #server = createServer((request, response) => void this.#serve(request, response));

  constructor(pauseMs) {
    this.#pauseMs = pauseMs;
  }

  /** `pauseMs`: how long it thinks before it answers, and in the middle of the answer. */
  static async start(pauseMs) {
    const model = new SteadyModel(pauseMs);
    await new Promise((resolve) => model.#server.listen(0, '127.0.0.1', resolve));
    return model;
  }

  get baseUrl() {
    return `http://127.0.0.1:${this.#server.address().port}/v1`;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request, response) {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const asked = JSON.parse(body);
    const prompt = asked.messages.map(textIn).join('\n\n');
    const plain = prompt.replaceAll(/ id="\w{12}"/g, '');
    const mark = digest(plain);
    this.journal.push({ objective: objectiveIn(plain), seat: seatOf(asked, plain), mark });
    const { parts, reason } = answerTo(asked, plain, mark);
    await pause(this.#pauseMs);
    if (response.destroyed) return;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const delta of parts) {
      response.write(line({ choices: [{ index: 0, delta, finish_reason: null }] }));
      await pause(this.#pauseMs);
    }
    const usage = { prompt_tokens: Math.ceil(plain.length / 4), completion_tokens: 50 };
    usage.total_tokens = usage.prompt_tokens + usage.completion_tokens;
    response.write(line({ choices: [{ index: 0, delta: {}, finish_reason: reason }] }));
    response.end(`${line({ choices: [], usage })}data: [DONE]\n\n`);
  }
}

const objectiveIn = (prompt) => /<optimization_objective>\n(.*)\n/.exec(prompt)?.[1] ?? null;

function seatOf({ tools = [] }, prompt) {
  if (tools.some((tool) => tool.function.name === 'write_file')) return 'surgeon';
  if (prompt.includes('Judge the analyses before you')) return 'judge';
  if (prompt.includes('Your seat argues FOR')) return 'for';
  return prompt.includes('Your seat argues AGAINST') ? 'against' : 'other';
}

function answerTo(asked, prompt, mark) {
  const seat = seatOf(asked, prompt);
  if (seat === 'surgeon') return operate(asked, mark);
  const quotation = /^L(\d+)\| ([^"“”「」『』\n]{12,})$/m.exec(prompt);
  const quoted = quotation === null ? '' : `\n\n- "${quotation[2].trim()}" [Ref: L${quotation[1]}]`;
  const words = `I have read everything (${mark}).${quoted}`;
  return {
    parts: seat === 'judge' ? [{ content: words }, { content: judgement(mark) }] : [{ content: words }],
    reason: 'stop',
  };
}

/** Reads the document, writes a proposal, and says so. */
function operate({ messages }, mark) {
  const step = messages.filter(({ role }) => role === 'assistant').length;
  if (step === 0) return toolCall('read_file', { path: '/document.md' });
  const content = `# Move the archive\nThe archive moves in the second quarter.\nMended as ${mark}.\n`;
  if (step === 1) return toolCall('write_file', { path: '/document.md', content, reason: 'Order 1' });
  return { parts: [{ content: `### Summary\n\nOne line was mended (${mark}).` }], reason: 'stop' };
}

function toolCall(name, input) {
  const call = { index: 0, id: `call_${name}`, type: 'function', function: { name, arguments: JSON.stringify(input) } };
  return { parts: [{ tool_calls: [call] }], reason: 'tool_calls' };
}

/** Never good enough to leave a loop on. */
function judgement(mark) {
  const score = 40 + (Number.parseInt(mark.slice(0, 4), 16) % 40);
  const block = {
    score: { strategic_alignment: score, practical_value: score, logical_consistency: score },
    verdict: `Go on, and mend what ${mark} says.`,
    exit_recommendation: false,
    disputes: [
      { topic: 'The copy', affirmative: 'It fits.', negative: 'It is late.', ruling: 'Measure.', lines: 'L2' },
    ],
    orders: [{ order: 'Say how long the copy takes.', lines: 'L2' }],
  };
  return `\n\n\`\`\`json\n${JSON.stringify(block)}\n\`\`\``;
}

const textIn = ({ content, tool_calls: calls }) =>
  `${content ?? ''}${calls === undefined ? '' : JSON.stringify(calls)}`;
const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 12);
const line = (more) => `data: ${JSON.stringify({ ...FRAME, ...more })}\n\n`;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
