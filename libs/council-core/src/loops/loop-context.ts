import type { z } from 'zod';
import type { LoopProperties } from '../nodes/loop-properties.js';
import type { NodeContext } from '../nodes/node-kind.js';

export type LoopContext = NodeContext<z.infer<typeof LoopProperties>>;
