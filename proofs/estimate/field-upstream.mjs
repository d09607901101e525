import { createServer } from 'node:http';
import {
  drawAnswerTokens,
  drawMishap,
  drawModel,
  drawToolTurns,
  isUnreadable,
  pick,
  textOf,
} from '../../libs/testing/src/field-answers.mjs';

/** By bytes, as the estimate goes: ASCII / 4 and others / 3, and 4 a message. */
const estimated = (text) => {
  const bytes = Buffer.byteLength(text);
  const ascii = [...text].filter((character) => character < '\u0080').length;
  return ascii / 4 + (bytes - ascii) / 3;
};
const JUDGEMENT = {
  score: { strategic_alignment: 80, practical_value: 60, logical_consistency: 70, weighted_total: 71 },
  verdict: 'Go on.',
  exit_recommendation: false,
};
const INPUTS = {
  read_file: () => ({ path: '/document.md' }),
  write_file: (document) => ({ path: '/document.md', content: document, reason: 'Ordered.' }),
  search_document: () => ({ query: 'twelve months' }),
  calculator: () => ({ expression: '12 * 1.05' }),
};

/** A model server on loopback that answers as models of the field do, and counts what it reads and writes itself. */
export class FieldUpstream {
  language = 'en';
  #random;
  #server = createServer((request, response) => void this.#serve(request, response));

  constructor(random) {
    this.#random = random;
  }

  static async start(random) {
    const upstream = new FieldUpstream(random);
    await new Promise((resolve) => upstream.#server.listen(0, '127.0.0.1', resolve));
    return upstream;
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
    const mishap = drawMishap(this.#random);
    if (mishap === 'busy') {
      response.writeHead(503, { 'content-type': 'application/json' }).end('{"error":{"message":"overloaded"}}');
      return;
    }
    const model = drawModel(this.#random, this.language);
    const { parts, outputTokens, reason } = this.#answer(asked, model);
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    if (mishap === 'cut') {
      response.write(line({ content: 'It broke' }));
      setTimeout(() => response.destroy(), 20);
      return;
    }
    const sent = [JSON.stringify(asked.tools ?? ''), ...asked.messages.map(textIn)].map(estimated);
    const inputTokens = Math.round((sent.reduce((sum, tokens) => sum + tokens + 4, 0) - 4) * model.tokenizer);
    const usage = {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
    };
    for (const part of parts) response.write(line(part));
    response.write(line({}, reason));
    response.end(`${line(null, null, usage)}data: [DONE]\n\n`);
  }

  #answer(asked, model) {
    const call = this.#toolCall(asked);
    if (call !== null) {
      const outputTokens = Math.round(estimated(JSON.stringify(call)) * model.tokenizer);
      return { parts: [{ tool_calls: [{ index: 0, ...call }] }], outputTokens, reason: 'tool_calls' };
    }
    const prompt = asked.messages.map(textIn).join('\n');
    const stance = stanceIn(prompt);
    const outputTokens = drawAnswerTokens(this.#random, model, stance);
    const isMended = asked.messages.some(({ role }) => role === 'assistant');
    const isReadable = isMended || !isUnreadable(this.#random);
    const block = stance === 'adjudicator' && isReadable ? `\n\n\`\`\`json\n${JSON.stringify(JUDGEMENT)}\n\`\`\`` : '';
    return {
      parts: [{ content: `${textOf(outputTokens, model, this.language)}${block}` }],
      outputTokens,
      reason: 'stop',
    };
  }

  /** How often a seat calls is drawn before each call: it goes on with the chance that one who has called so often does. */
  #toolCall({ tools = [], tool_choice: choice, messages }) {
    if (tools.length === 0 || choice === 'none') return null;
    const names = tools.map((tool) => tool.function.name);
    const isWriter = names.includes('write_file');
    const made = messages.filter(({ role }) => role === 'assistant').length;
    let wanted;
    do wanted = drawToolTurns(this.#random) + (isWriter ? 1 : 0);
    while (wanted < made);
    if (wanted === made) return null;
    const name =
      isWriter && made > 0
        ? 'write_file'
        : pick(
            this.#random,
            names.filter((other) => other !== 'write_file'),
          );
    const document = [
      ...messages
        .map(textIn)
        .join('\n')
        .matchAll(/^L\d+\| (.*)$/gm),
    ]
      .map(([, text]) => text)
      .join('\n');
    return { id: `c${made}`, type: 'function', function: { name, arguments: JSON.stringify(INPUTS[name](document)) } };
  }
}

const textIn = ({ content, tool_calls: calls }) =>
  `${content ?? ''}${calls === undefined ? '' : JSON.stringify(calls)}`;

function stanceIn(prompt) {
  if (/weighted_total = 0\.4/.test(prompt)) return 'adjudicator';
  if (/Your seat argues FOR|你的席位为该文档辩护/.test(prompt)) return 'affirmative';
  if (/Your seat argues AGAINST|你的席位对该文档提出反对/.test(prompt)) return 'negative';
  return 'other';
}

function line(delta, reason = null, usage = undefined) {
  const choices = delta === null ? [] : [{ index: 0, delta, finish_reason: reason }];
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', model: 'm', choices, usage })}\n\n`;
}
