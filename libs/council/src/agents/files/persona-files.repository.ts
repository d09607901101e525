import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, In, Not, Repository } from 'typeorm';
import { AgentEntity } from '../agent.entity.js';
import { agentOfFile, nameOfFile } from './agent-of-file.js';
import { PersonaFileEntity } from './persona-file.entity.js';
import { type Persona, toColumns } from './persona.js';

/** An agent that came from a file. */
export type AgentOfFile = Readonly<Pick<AgentEntity, 'agent_uuid' | 'is_edited'>>;

@Injectable()
export class PersonaFilesRepository {
  constructor(@InjectRepository(PersonaFileEntity) private readonly rows: Repository<PersonaFileEntity>) {}

  /**
   * Takes over what the file says, unless that was done before. The app wins: an agent that was edited there stays as it
   * is, and one that was deleted there does not come back.
   */
  register(file: string, contentHash: string, persona: Persona): Promise<'created' | 'updated' | 'unchanged'> {
    return this.rows.manager.transaction(async (manager) => {
      const agent_uuid = agentOfFile(file);
      if (await insertFile(manager, { file: nameOfFile(file), agent_uuid, content_hash: contentHash })) {
        const isThere = await manager.existsBy(AgentEntity, { agent_uuid });
        if (!isThere) {
          await manager.insert(AgentEntity, { agent_uuid, ...toColumns(persona) });
          return 'created';
        }
      } else if (!(await changeFile(manager, file, contentHash))) return 'unchanged';
      const updated = await manager.update(AgentEntity, { agent_uuid, is_edited: false }, toColumns(persona));
      return updated.affected === 1 ? 'updated' : 'unchanged';
    });
  }

  /** By their ids; those that were deleted in the app are missing. */
  async findAgents(files: readonly string[]): Promise<ReadonlyMap<string, AgentOfFile>> {
    const agents = await this.rows.manager.find(AgentEntity, {
      select: { agent_uuid: true, is_edited: true },
      where: { agent_uuid: In(files.map(agentOfFile)) },
    });
    return new Map(agents.map((agent) => [agent.agent_uuid, agent]));
  }
}

/** True for the first: also of several servers that start at once. */
async function insertFile(
  manager: EntityManager,
  row: Pick<PersonaFileEntity, 'file' | 'agent_uuid' | 'content_hash'>,
): Promise<boolean> {
  const inserted = await manager.query<unknown[]>(
    `INSERT INTO persona_files (file, agent_uuid, content_hash) VALUES ($1, $2, $3)
     ON CONFLICT (file) DO NOTHING RETURNING file`,
    [row.file, row.agent_uuid, row.content_hash],
  );
  return inserted.length === 1;
}

/** False when this content was taken over before. */
async function changeFile(manager: EntityManager, file: string, contentHash: string): Promise<boolean> {
  const changed = await manager.update(
    PersonaFileEntity,
    { file: nameOfFile(file), content_hash: Not(contentHash) },
    { content_hash: contentHash },
  );
  return changed.affected === 1;
}
