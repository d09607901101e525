import { type Agent, type AgentCopy, type AgentDraft, AgentTranslations } from '@council/contracts';
import { AppError } from '@council/kernel';
import { ProviderRegistry } from '@council/llm-provider';
import { Injectable } from '@nestjs/common';
import type { AgentEntity } from './agent.entity.js';
import { AgentsRepository } from './agents.repository.js';
import { nameOfCopy } from './name-of-copy.js';

@Injectable()
export class AgentsService {
  constructor(
    private readonly agents: AgentsRepository,
    private readonly registry: ProviderRegistry,
  ) {}

  async list(): Promise<Agent[]> {
    return (await this.agents.findAll()).map((row) => this.toAgent(row));
  }

  async get(id: string): Promise<Agent> {
    const agent = await this.agents.findOne(id);
    if (agent === null) throw unknownAgent(id);
    return this.toAgent(agent);
  }

  async create(draft: AgentDraft): Promise<Agent> {
    return this.toAgent(await this.agents.insert(draft));
  }

  async replace(id: string, draft: AgentDraft): Promise<Agent> {
    if (!(await this.agents.replace(id, draft))) throw unknownAgent(id);
    return this.get(id);
  }

  async duplicate(id: string, { name }: AgentCopy): Promise<Agent> {
    const copy = await this.agents.duplicate(id, (original, taken) => name ?? nameOfCopy(original, taken));
    if (copy === null) throw unknownAgent(id);
    return this.toAgent(copy);
  }

  async delete(id: string): Promise<void> {
    if (!(await this.agents.delete(id))) throw unknownAgent(id);
  }

  private toAgent(row: Readonly<AgentEntity>): Agent {
    return {
      agent_uuid: row.agent_uuid,
      name: row.name,
      avatar: row.avatar,
      description: row.description,
      persona_prompt: row.persona_prompt,
      model_config: row.model_config,
      capabilities: row.capabilities,
      model_state: this.registry.book.modelState(row.model_config),
      translations: AgentTranslations.parse(row.translations),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    };
  }
}

function unknownAgent(id: string): AppError {
  return new AppError('not-found', 'AGENT.NOT_FOUND', 'agent not found', { detail: `There is no agent ${id}.` });
}
