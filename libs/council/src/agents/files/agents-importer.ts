import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, Repository } from 'typeorm';
import { AgentEntity } from '../agent.entity.js';
import { agentOfFile } from './agent-of-file.js';
import { type Persona, toColumns, toPersona } from './persona.js';
import { type FileTrouble, type ReadPersona, readPersonaFile } from './read-persona-file.js';
import { writePersonaFile } from './write-persona-file.js';

/** What became of a file that was imported. */
export type Imported = { readonly file: string } & (
  | { readonly outcome: 'created' | 'updated' | 'unchanged'; readonly agent_uuid: string; readonly name: string }
  | ({ readonly outcome: 'invalid' } & FileTrouble)
);

/**
 * Makes agents of files because somebody asked for it: what they say holds, also against edits in the app. A file's agent
 * is the one that was made of it, which follows its file again from then on; else the only one of its name. The second
 * time nothing changes.
 */
@Injectable()
export class AgentsImporter {
  constructor(@InjectRepository(AgentEntity) private readonly rows: Repository<AgentEntity>) {}

  /** In the order of the paths, each file in a transaction of its own. No agent is written by two of the files. */
  async import(paths: readonly string[]): Promise<readonly Imported[]> {
    const results: Imported[] = [];
    const written = new Set<string>();
    for (const path of paths) {
      const read = await readPersonaFile(path);
      const { file } = read;
      const result: Imported = read.ok
        ? await this.take(read, written)
        : { file, outcome: 'invalid', code: read.code, problem: read.problem };
      if (result.outcome !== 'invalid') written.add(result.agent_uuid);
      results.push(result);
    }
    return results;
  }

  private take({ file, persona }: Extract<ReadPersona, { ok: true }>, written: ReadonlySet<string>): Promise<Imported> {
    const own = agentOfFile(file);
    const { name } = persona;
    if (written.has(own)) return Promise.resolve(ambiguous(file, 'another file of this name came before it'));
    return this.rows.manager.transaction(async (manager) => {
      const found = await candidates(manager, own, persona, written);
      if (found.length > 1) return ambiguous(file, `${found.length} agents are called ${name}; which one is meant?`);
      const [agent] = found;
      if (agent === undefined) {
        await manager.insert(AgentEntity, { agent_uuid: own, ...toColumns(persona) });
        return { file, outcome: 'created', agent_uuid: own, name };
      }
      const { agent_uuid } = agent;
      const is_edited = agent_uuid !== own;
      if (isSame(agent, persona)) {
        if (agent.is_edited && !is_edited) await manager.update(AgentEntity, { agent_uuid }, { is_edited });
        return { file, outcome: 'unchanged', agent_uuid, name };
      }
      await manager.update(AgentEntity, { agent_uuid }, { ...toColumns(persona), is_edited });
      return { file, outcome: 'updated', agent_uuid, name };
    });
  }
}

/** The agent that was made of this file; else those of its name, or of these the first that is already as the file says. */
async function candidates(
  manager: EntityManager,
  own: string,
  persona: Persona,
  written: ReadonlySet<string>,
): Promise<readonly AgentEntity[]> {
  const rows = await manager.find(AgentEntity, {
    where: [{ agent_uuid: own }, { name: persona.name }],
    order: { created_at: 'ASC', agent_uuid: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  const made = rows.find(({ agent_uuid }) => agent_uuid === own);
  if (made !== undefined) return [made];
  const named = rows.filter(({ agent_uuid }) => !written.has(agent_uuid));
  const same = named.find((agent) => isSame(agent, persona));
  return same === undefined ? named : [same];
}

function isSame(agent: AgentEntity, persona: Persona): boolean {
  return writePersonaFile(toPersona(agent)) === writePersonaFile(persona);
}

function ambiguous(file: string, what: string): Imported {
  return { file, outcome: 'invalid', code: 'AGENT.FILE_AMBIGUOUS', problem: `${file}: ${what}` };
}
