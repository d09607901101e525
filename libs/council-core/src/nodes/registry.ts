import { agentKind } from './agent.js';
import { contextSynthKind } from './context-synth.js';
import { endKind } from './end.js';
import { factCheckKind } from './fact-check.js';
import { humanReviewKind } from './human-review.js';
import { llmKind } from './llm.js';
import { loopKind } from './loop.js';
import { memoryRetrievalKind } from './memory-retrieval.js';
import type { NodeKindDefinition } from './node-kind.js';
import { parallelKind } from './parallel.js';
import { routerKind } from './router.js';
import { sequenceKind } from './sequence.js';
import { startKind } from './start.js';
import { toolKind } from './tool.js';
import { voteKind } from './vote.js';

const KINDS: readonly NodeKindDefinition[] = [
  startKind,
  parallelKind,
  sequenceKind,
  agentKind,
  llmKind,
  toolKind,
  voteKind,
  factCheckKind,
  humanReviewKind,
  loopKind,
  routerKind,
  memoryRetrievalKind,
  contextSynthKind,
  endKind,
];

/** The kinds that this build can run. Validation, prompts and documentation read this list. */
export const RUNNABLE_KINDS: ReadonlyMap<string, NodeKindDefinition> = new Map(KINDS.map((kind) => [kind.kind, kind]));
