import type { TemplateDraft, TemplateQuery } from '@council/contracts';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { TemplateEntity } from './template.entity.js';

@Injectable()
export class TemplatesRepository {
  constructor(@InjectRepository(TemplateEntity) private readonly rows: Repository<TemplateEntity>) {}

  findAll({ category, include_system }: TemplateQuery): Promise<readonly Readonly<TemplateEntity>[]> {
    return this.rows.find({
      where: { ...(category === undefined ? {} : { category }), ...(include_system ? {} : { is_system: false }) },
      order: { created_at: 'DESC', template_uuid: 'ASC' },
    });
  }

  findOne(id: string): Promise<Readonly<TemplateEntity> | null> {
    return this.rows.findOneBy({ template_uuid: id });
  }

  async insert(draft: TemplateDraft): Promise<Readonly<TemplateEntity>> {
    const { graph, ...columns } = draft;
    return this.rows.save(this.rows.create({ ...columns, graph_definition: graph }));
  }

  /** A system template is left alone: the condition stands in the statement, so that no check can be outrun. */
  async replaceOwn(id: string, draft: TemplateDraft): Promise<boolean> {
    const [, affected] = await this.rows.query<[unknown[], number]>(
      `UPDATE workflow_templates SET name = $2, description = $3, category = $4, graph_definition = $5::jsonb,
         tags = $6::jsonb, translations = NULL, is_edited = true, updated_at = now()
       WHERE template_uuid = $1 AND NOT is_system`,
      [id, draft.name, draft.description, draft.category, JSON.stringify(draft.graph), JSON.stringify(draft.tags)],
    );
    return affected === 1;
  }

  async deleteOwn(id: string): Promise<boolean> {
    return (await this.rows.delete({ template_uuid: id, is_system: false })).affected === 1;
  }
}
