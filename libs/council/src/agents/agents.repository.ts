import type { AgentDraft } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { AgentEntity, type AgentTranslations } from './agent.entity.js';

@Injectable()
export class AgentsRepository {
  constructor(@InjectRepository(AgentEntity) private readonly rows: Repository<AgentEntity>) {}

  findAll(): Promise<readonly Readonly<AgentEntity>[]> {
    return this.rows.find({ order: { created_at: 'DESC', agent_uuid: 'ASC' } });
  }

  findOne(id: string): Promise<Readonly<AgentEntity> | null> {
    return this.rows.findOneBy({ agent_uuid: id });
  }

  insert(draft: AgentDraft): Promise<Readonly<AgentEntity>> {
    return this.rows.save(this.rows.create(draft));
  }

  /** False when there is no such row. The texts of other languages go: they would say what the user has just replaced. */
  async replace(id: string, draft: AgentDraft): Promise<boolean> {
    const result = await this.rows.update({ agent_uuid: id }, { ...draft, translations: null, is_edited: true });
    return result.affected === 1;
  }

  /**
   * Null when there is no such row. Two copies of one agent are made one after the other, so that each sees the other's
   * name. What a translation calls the original is not the copy's name; what it tells it to be is kept.
   */
  duplicate(
    id: string,
    nameOf: (original: string, taken: ReadonlySet<string>) => string,
  ): Promise<Readonly<AgentEntity> | null> {
    return this.rows.manager.transaction(async (manager) => {
      const original = await manager.findOne(AgentEntity, {
        where: { agent_uuid: id },
        lock: { mode: 'pessimistic_write' },
      });
      if (original === null) return null;
      const names = await manager.find(AgentEntity, { select: { name: true } });
      const { avatar, description, persona_prompt, model_config, capabilities, translations } = original;
      return manager.save(
        manager.create(AgentEntity, {
          ...{ avatar, description, persona_prompt, model_config, capabilities },
          name: nameOf(original.name, new Set(names.map(({ name }) => name))),
          translations: withoutNames(translations),
        }),
      );
    });
  }

  /**
   * False when there is no such row. Groups that list the agent forget it in the same transaction; such a group counts
   * as edited, so that a later seed does not bring the member back.
   */
  delete(id: string): Promise<boolean> {
    return this.rows.manager.transaction(async (manager) => {
      const result = await manager.delete(AgentEntity, { agent_uuid: id });
      if (result.affected !== 1) return false;
      await manager.query(
        `UPDATE groups SET default_agent_uuids = default_agent_uuids - $1::text, is_edited = true, updated_at = now()
         WHERE default_agent_uuids @> to_jsonb($1::text)`,
        [id],
      );
      return true;
    });
  }
}

function withoutNames(translations: AgentTranslations | null): AgentTranslations | null {
  if (translations === null) return null;
  const entries = Object.entries(translations).map(
    ([language, { name: _name, ...words }]) => [language, words] as const,
  );
  return Object.fromEntries(entries);
}
