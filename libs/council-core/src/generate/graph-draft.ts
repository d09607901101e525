import { type GraphDefinition, text } from '@council/contracts';
import type { Issue } from '@council/kernel';
import { z } from 'zod';
import { readGraph } from '../graph/read-graph.js';
import { readTyped, type TypedReading } from '../typed/typed-answer.js';

export interface GraphDraft {
  readonly explanation: string;
  /** As much of it as can be read. */
  readonly graph: GraphDefinition;
  /** What is wrong with its form. */
  readonly issues: readonly Issue[];
}

const ANSWER = {
  name: 'workflow',
  description: 'A workflow and why it is built so.',
  schema: z.object({ explanation: text(4_000), graph: z.record(z.string(), z.unknown()) }),
  isAlone: true,
};

/** Reads what a model answered when it was asked for a workflow. Its id is not the model's to choose. */
export function readGraphDraft(answer: string): TypedReading<GraphDraft> {
  const reading = readTyped(ANSWER, answer);
  if (!reading.ok) return reading;
  const { explanation, graph } = reading.value;
  return { ok: true, value: { explanation, ...readGraph({ ...graph, workflow_uuid: '' }) } };
}

/** What the model is told of a graph that cannot run. */
export const sayIssues = (issues: readonly Issue[]): string =>
  `the graph cannot run:\n${issues.map(({ path, message }) => `- ${path}: ${message}`).join('\n')}`;
