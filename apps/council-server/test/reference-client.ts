import { z } from 'zod';
import type { ApiClient } from './api-client.js';

/**
 * What a client that was written for the reference reads of each answer: it must be there and of this type, and more may
 * be. A number that is null, or a list that is, breaks such a client.
 */
const NodeRead = z.object({
  node_id: z.string().min(1),
  type: z.string().min(1),
  name: z.string(),
  next_ids: z.array(z.string()),
  properties: z.record(z.string(), z.unknown()),
});

export const GraphRead = z.object({
  workflow_uuid: z.string(),
  name: z.string(),
  description: z.string(),
  start_node_id: z.string().min(1),
  nodes: z.record(z.string(), NodeRead),
});
export type GraphRead = z.infer<typeof GraphRead>;

export const GeneratedRead = z.object({
  graph: GraphRead,
  explanation: z.string().min(1),
  similar_templates: z.array(z.object({ template_uuid: z.guid(), name: z.string().min(1) })),
  confidence: z.number().min(0).max(1),
});

export const AgentRead = z.object({
  agent_uuid: z.guid(),
  name: z.string().min(1),
  avatar: z.string().nullable(),
  persona_prompt: z.string().min(1),
  model_config: z.object({
    provider: z.string().min(1),
    model: z.string().min(1),
    temperature: z.number(),
    top_p: z.number(),
    max_tokens: z.int(),
  }),
  capabilities: z.object({ web_search: z.boolean(), search_provider: z.string(), code_execution: z.boolean() }),
});

export const GroupRead = z.object({
  group_uuid: z.guid(),
  name: z.string().min(1),
  icon: z.string().nullable(),
  system_prompt: z.string().nullable(),
  default_agent_uuids: z.array(z.guid()),
});

export const ProvidersRead = z.object({
  providers: z
    .array(
      z.object({
        provider_id: z.string().min(1),
        name: z.string().min(1),
        icon: z.string(),
        models: z.array(z.string().min(1)),
      }),
    )
    .min(1),
});

export const TemplateRead = z.object({
  template_uuid: z.guid(),
  name: z.string().min(1),
  description: z.string(),
  category: z.enum(['code_review', 'business_plan', 'quick_decision', 'custom', 'other']),
  is_system: z.boolean(),
  graph: GraphRead,
});

export const EstimateRead = z.object({
  total_cost_usd: z.number(),
  total_tokens: z.int().positive(),
  agent_breakdown: z.record(z.string(), z.number()),
});

export const StartedRead = z.object({ session_uuid: z.guid() });

export const SessionRead = z.object({
  session_uuid: z.guid(),
  workflow_uuid: z.string(),
  group_uuid: z.string(),
  status: z.enum(['pending', 'running', 'paused', 'completed', 'failed', 'cancelled']),
  node_statuses: z.record(z.string(), z.enum(['pending', 'running', 'completed', 'failed', 'skipped', 'suspended'])),
});

export const FilesRead = z.object({
  files: z.array(
    z.object({
      file_uuid: z.guid(),
      path: z.string().min(1),
      version: z.int().min(1),
      content: z.string(),
      author: z.string().min(1),
      reason: z.string(),
      created_at: z.iso.datetime(),
    }),
  ),
});

export const KnowledgeRead = z.object({
  items: z.array(
    z.object({
      knowledge_uuid: z.string().min(1),
      title: z.string().min(1),
      summary: z.string().min(1),
      content: z.string().min(1),
      relevance_score: z.int().min(0).max(5),
      memory_layer: z.string().min(1),
      created_at: z.iso.datetime(),
    }),
  ),
});

const ErrorRead = z.object({ error: z.string().min(1), code: z.string().regex(/^[A-Z_]+\.[A-Z_]+$/) });

/** It sends no token, no key and no origin, and looks at the status and the fields above. */
export class ReferenceClient {
  constructor(private readonly api: ApiClient) {}

  async reads<Schema extends z.ZodType>(
    schema: Schema,
    status: number,
    ...call: Parameters<ApiClient['call']>
  ): Promise<z.infer<Schema>> {
    const answer = await this.api.call(...call);
    this.api.expectStatus(status, answer);
    return schema.parse(JSON.parse(answer.text));
  }

  /** Where it reads nothing of the body. */
  async succeeds(status: number, ...call: Parameters<ApiClient['call']>): Promise<void> {
    this.api.expectStatus(status, await this.api.call(...call));
  }

  /** The status, the code, and that there are words for its `.error`. */
  async refused(...call: Parameters<ApiClient['call']>): Promise<string> {
    const answer = await this.api.call(...call);
    const { code } = ErrorRead.parse(JSON.parse(answer.text));
    return `${answer.status} ${code}`;
  }
}
