import type { GraphDefinition, Language, ModelName } from '@council/contracts';
import {
  type ChatMessage,
  ChatModel,
  costUsd,
  graphRequest,
  MEND_IT,
  ModelCallError,
  readGraphDraft,
  sayIssues,
  type SeatAssignment,
} from '@council/council-core';
import { AppError, type Issue, withDeadline } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { AgentsRepository } from '../../agents/agents.repository.js';
import { GraphChecks } from '../checks/graph-checks.service.js';

/** One answer, and one more when the first cannot run. */
const ATTEMPTS = 2;
const DEADLINE_MS = 180_000;
/** Of the most agents that are named to the model; the latest are the likeliest to be meant. */
const AGENTS_NAMED = 100;

export interface WrittenGraph {
  readonly graph: GraphDefinition;
  readonly explanation: string;
  readonly model: ModelName;
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly cost_usd: number | null;
}

interface Answer {
  readonly text: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

type Reading =
  | { readonly ok: true; readonly graph: GraphDefinition; readonly explanation: string }
  | { readonly ok: false; readonly problem: string; readonly issues: readonly Issue[] };

/** Has a model write a graph, and holds it against everything that a session would be held against. */
@Injectable()
export class GraphWriter {
  constructor(
    private readonly model: ChatModel,
    private readonly agents: AgentsRepository,
    private readonly checks: GraphChecks,
  ) {}

  write(prompt: string, language: Language, { used, price }: SeatAssignment): Promise<WrittenGraph> {
    return withDeadline(new AbortController().signal, DEADLINE_MS, async (signal) => {
      const messages: ChatMessage[] = [...graphRequest(prompt, await this.seats(), language)];
      const spent = { inputTokens: 0, outputTokens: 0 };
      for (let attempt = 1; ; attempt += 1) {
        const answer = await this.ask(messages, prompt, language, used, signal);
        spent.inputTokens += answer.inputTokens;
        spent.outputTokens += answer.outputTokens;
        const reading = await this.read(answer.text);
        if (reading.ok) {
          const { graph, explanation } = reading;
          const { inputTokens: input_tokens, outputTokens: output_tokens } = spent;
          return { graph, explanation, model: used, input_tokens, output_tokens, cost_usd: costUsd(price, spent) };
        }
        if (attempt === ATTEMPTS) throw unusable(used, reading);
        messages.push({ role: 'assistant', content: answer.text });
        messages.push({ role: 'user', content: MEND_IT[language](reading.problem) });
      }
    });
  }

  private async seats() {
    const rows = await this.agents.findAll();
    return rows
      .slice(0, AGENTS_NAMED)
      .map(({ agent_uuid, name, description }) => ({ agent_uuid, name, description: description ?? '' }));
  }

  private async read(text: string): Promise<Reading> {
    const reading = readGraphDraft(text);
    if (!reading.ok) return { ok: false, problem: reading.problem, issues: [] };
    const { graph, explanation, issues: form } = reading.value;
    const issues = form.length > 0 ? form : (await this.checks.check(graph)).issues;
    return issues.length === 0 ? { ok: true, graph, explanation } : { ok: false, problem: sayIssues(issues), issues };
  }

  private async ask(
    messages: readonly ChatMessage[],
    prompt: string,
    language: Language,
    used: ModelName,
    signal: AbortSignal,
  ): Promise<Answer> {
    const brief = { stance: 'other', seat: 'graph', objective: prompt, document: null, prior: [], seed: '' } as const;
    const request = { ...used, messages, temperature: 0.2, brief: { ...brief, language }, signal };
    let answer: Answer = { text: '', inputTokens: 0, outputTokens: 0 };
    try {
      for await (const chunk of this.model.stream(request)) {
        if (chunk.kind === 'text') answer = { ...answer, text: answer.text + chunk.text };
        // What a failed attempt has used is paid for all the same.
        else if (chunk.kind === 'attempt-failed') answer = { ...plus(answer, chunk.spent), text: '' };
        else if (chunk.kind === 'done') return plus(answer, chunk.isCached === true ? undefined : chunk);
      }
    } catch (error) {
      if (!(error instanceof ModelCallError)) throw error;
      throw new AppError(error.code === 'MODEL.TIMEOUT' ? 'upstream-timeout' : 'upstream', error.code, error.message, {
        cause: error,
      });
    }
    throw new Error('a call ends with "done"');
  }
}

type Used = Pick<Answer, 'inputTokens' | 'outputTokens'>;

const plus = (answer: Answer, { inputTokens, outputTokens }: Used = { inputTokens: 0, outputTokens: 0 }): Answer => ({
  ...answer,
  inputTokens: answer.inputTokens + inputTokens,
  outputTokens: answer.outputTokens + outputTokens,
});

function unusable({ provider, model }: ModelName, { problem, issues }: { problem: string; issues: readonly Issue[] }) {
  return new AppError(
    'upstream',
    'WORKFLOW.NOT_WRITTEN',
    `${provider}/${model} did not write a workflow that can run`,
    {
      detail: `Say more plainly what you want, or choose another model. Of its last answer: ${problem}`,
      issues,
    },
  );
}
