import { AppError, isUuid } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import type { AgentEntity } from '../agent.entity.js';
import { AgentsRepository } from '../agents.repository.js';
import { fileNames } from './file-names.js';
import { toPersona } from './persona.js';
import { writePersonaFile } from './write-persona-file.js';

export interface ExportedFile {
  readonly file: string;
  readonly content: string;
}

@Injectable()
export class AgentsExporter {
  constructor(private readonly agents: AgentsRepository) {}

  /** A file for each of those that are named, or for all; the oldest first, so that the files keep their names. */
  async export(wanted: readonly string[]): Promise<readonly ExportedFile[]> {
    const all = (await this.agents.findAll()).toSorted(byAge);
    const chosen = wanted.length === 0 ? all : all.filter((agent) => wanted.some((one) => isCalled(agent, one)));
    const unknown = wanted.filter((one) => !all.some((agent) => isCalled(agent, one)));
    if (unknown.length > 0) {
      const detail = unknown.map((one) => `There is no agent ${one}.`).join('\n');
      throw new AppError('not-found', 'AGENT.NOT_FOUND', 'agent not found', { detail });
    }
    const files = fileNames(chosen.map(({ name }) => name));
    return chosen.map((agent, index) => ({ file: files[index] ?? '', content: writePersonaFile(toPersona(agent)) }));
  }
}

function isCalled({ agent_uuid, name }: Readonly<AgentEntity>, wanted: string): boolean {
  return isUuid(wanted) ? agent_uuid === wanted.toLowerCase() : name.toLowerCase() === wanted.toLowerCase();
}

function byAge(left: Readonly<AgentEntity>, right: Readonly<AgentEntity>): number {
  return left.created_at.getTime() - right.created_at.getTime() || (left.agent_uuid < right.agent_uuid ? -1 : 1);
}
