import { agentKind } from './agent.js';
import { endKind } from './end.js';
import type { NodeKindDefinition } from './node-kind.js';
import { parallelKind } from './parallel.js';
import { startKind } from './start.js';

/** The kinds that this build can run. Validation, prompts and documentation read this list. */
export const RUNNABLE_KINDS: ReadonlyMap<string, NodeKindDefinition> = new Map(
  [startKind, parallelKind, agentKind, endKind].map((kind) => [kind.kind, kind]),
);
