import { Injectable } from '@nestjs/common';
import type { ProviderProblem, ProviderTest } from '@council/contracts';
import { UpstreamAgents } from '../gateway/upstream-agents.js';
import { ModelFault } from '../gateway/model-fault.js';
import type { Endpoint } from './endpoints.js';
import { PROBLEM_ADVICE } from './problem-advice.js';
import { ProviderRegistry } from './provider-registry.js';
import { errorIn, UpstreamRequest } from './upstream-request.js';

/** Enough for a word; a reasoning model spends it on thinking, and that is an answer too. */
const MAX_TOKENS = 16;

/** Tries a provider out: a short streamed call where a model is named, else its list of models. */
@Injectable()
export class ProviderProbe {
  constructor(
    private readonly registry: ProviderRegistry,
    private readonly agents: UpstreamAgents,
  ) {}

  async test(provider: string, model: string | null): Promise<ProviderTest> {
    const lookup = this.registry.book.findEvenDisabled(provider);
    if (!lookup.ok) {
      const problem = lookup.code === 'MODEL.NO_KEY' || lookup.code === 'MODEL.KEY_UNCONFIRMED' ? 'key' : 'network';
      return { ...failure(problem, lookup.message), first_byte_ms: null, model };
    }
    const { endpoint } = lookup;
    const who = model === null ? endpoint.preset.label : `${endpoint.preset.label} (${model})`;
    const request = new UpstreamRequest(this.agents, endpoint, {
      who,
      baseUrl: endpoint.baseUrl,
      keyVariable: endpoint.preset.keyVariable,
      secrets: [endpoint.apiKey, ...this.registry.book.secrets],
    });
    try {
      await (model === null ? askForList(request, who) : askForWord(request, endpoint, model, who));
      const message = `${who} answers: the first byte came after ${request.firstByteMs ?? 0} ms.`;
      return { ok: true, problem: null, message, advice: null, first_byte_ms: request.firstByteMs, model };
    } catch (error) {
      const fault = request.faultOf(error);
      return { ...failure(problemOf(fault, model), fault.message), first_byte_ms: request.firstByteMs, model };
    }
  }
}

const failure = (problem: ProviderProblem, message: string) => ({
  ok: false,
  problem,
  message,
  advice: PROBLEM_ADVICE[problem],
});

async function askForList(request: UpstreamRequest, who: string): Promise<void> {
  const text = await request.read('/models').catch((error: unknown) => {
    const isAbsent = error instanceof ModelFault && error.code === 'MODEL.NOT_FOUND';
    throw isAbsent
      ? new ModelFault('MODEL.UPSTREAM', `${who} has no list of models there. ${TRY_A_MODEL}`, false)
      : error;
  });
  if (!/^\s*[{[]/.test(text)) throw notAnApi(who);
}

const TRY_A_MODEL = 'Check the address, or test it with a model.';

async function askForWord(request: UpstreamRequest, endpoint: Endpoint, model: string, who: string): Promise<void> {
  const body = {
    model,
    messages: [{ role: 'user', content: 'Say yes.' }],
    stream: true,
    [endpoint.quirks.max_tokens_name]: MAX_TOKENS,
  };
  const text = await request.read('/chat/completions', body, (sofar) => /^data:.*\n/m.test(sofar));
  const [, first = text] = /^data:\s*(.*)$/m.exec(text) ?? [];
  const error = errorIn(first);
  if (error !== undefined && error !== null) throw Object.assign(new Error('an error in the stream'), { error });
  if (!/^\s*\{/.test(first)) throw notAnApi(who);
}

function notAnApi(who: string): ModelFault {
  const message = `${who} answers, but not as an API of chat models does: check the address (it often ends in /v1).`;
  return new ModelFault('MODEL.MALFORMED', message, false);
}

/** Some servers say 400 for a model that they do not have. */
const NO_SUCH_MODEL = /model\W.*(not (exist|found)|unknown|invalid)|(unknown|invalid|no such) model/i;

function problemOf({ code, message }: ModelFault, model: string | null): ProviderProblem {
  switch (code) {
    case 'MODEL.UNAUTHORIZED':
    case 'MODEL.NO_KEY':
      return 'key';
    case 'MODEL.QUOTA':
    case 'MODEL.RATE_LIMITED':
      return 'quota';
    case 'MODEL.NOT_FOUND':
      return 'model';
    case 'MODEL.UNREACHABLE':
    case 'MODEL.ADDRESS_REFUSED':
      return 'network';
    case 'MODEL.TIMEOUT':
      return 'timeout';
    case 'MODEL.REJECTED':
      return model !== null && NO_SUCH_MODEL.test(message) ? 'model' : 'upstream';
    default:
      return 'upstream';
  }
}
