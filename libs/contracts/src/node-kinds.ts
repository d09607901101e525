import { z } from 'zod';
import { NODE_KINDS } from './graph.js';

const KindWords = z.object({
  name: z.string(),
  /** One paragraph: what it does. */
  description: z.string(),
  /** What the order of `next_ids` means; null where all of them are taken. */
  exits: z.string().nullable(),
  /** What the nodes after it read. */
  output: z.string(),
  /** By the property's name: what two values change. */
  properties: z.record(z.string(), z.string()),
});

/** A kind of node that this build can run: all that a builder needs to draw one. */
export const NodeKindInfo = z
  .object({
    kind: z.enum(NODE_KINDS),
    /** How many `next_ids` a node of this kind may have. */
    exits: z.object({ min: z.int(), max: z.int() }),
    /** The JSON schema (draft 2020-12) of `properties`. */
    properties: z.record(z.string(), z.unknown()),
    words: z.object({ en: KindWords, zh: KindWords }),
  })
  .meta({ id: 'NodeKindInfo' });
export type NodeKindInfo = z.infer<typeof NodeKindInfo>;

export const NodeKindList = z.object({ items: z.array(NodeKindInfo) }).meta({
  id: 'NodeKindList',
  example: {
    items: [
      {
        kind: 'end',
        exits: { min: 0, max: 0 },
        properties: {
          type: 'object',
          properties: { model: { type: 'string', minLength: 1, maxLength: 128 } },
          additionalProperties: false,
        },
        words: {
          en: {
            name: 'End',
            description: 'Makes the report from the log.',
            exits: null,
            output: 'The final report.',
            properties: { model: 'Adds a synthesis, written by this model.' },
          },
          zh: {
            name: '结束',
            description: '从日志生成报告。',
            exits: null,
            output: '最终报告。',
            properties: { model: '加上一段由该模型撰写的总结。' },
          },
        },
      },
    ],
  },
});
export type NodeKindList = z.infer<typeof NodeKindList>;
