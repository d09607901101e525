import { type Template, TemplateCategory, type TemplateDraft } from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { assertStorable } from '../graphs/assert-storable.js';
import type { TemplateEntity } from './template.entity.js';
import { TemplatesRepository } from './templates.repository.js';

@Injectable()
export class TemplatesService {
  constructor(private readonly templates: TemplatesRepository) {}

  async list(category?: string): Promise<Template[]> {
    return (await this.templates.findAll(category)).map(toTemplate);
  }

  async get(id: string): Promise<Template> {
    const template = await this.templates.findOne(id);
    if (template === null) throw unknownTemplate(id);
    return toTemplate(template);
  }

  async create(draft: TemplateDraft): Promise<Template> {
    assertStorable(draft.graph, 'graph');
    return toTemplate(await this.templates.insert(draft));
  }

  async replace(id: string, draft: TemplateDraft): Promise<Template> {
    assertStorable(draft.graph, 'graph');
    if (!(await this.templates.replaceOwn(id, draft))) throw await this.whyNot(id);
    return this.get(id);
  }

  async delete(id: string): Promise<{ status: 'deleted' }> {
    if (!(await this.templates.deleteOwn(id))) throw await this.whyNot(id);
    return { status: 'deleted' };
  }

  private async whyNot(id: string): Promise<AppError> {
    if ((await this.templates.findOne(id)) === null) return unknownTemplate(id);
    return new AppError('forbidden', 'TEMPLATE.IS_SYSTEM', 'system templates cannot be changed or deleted', {
      detail: 'Save a copy under a new name and change that.',
    });
  }
}

function unknownTemplate(id: string): AppError {
  return new AppError('not-found', 'TEMPLATE.NOT_FOUND', 'template not found', {
    detail: `There is no template ${id}.`,
  });
}

function toTemplate(row: Readonly<TemplateEntity>): Template {
  return {
    template_uuid: row.template_uuid,
    name: row.name,
    description: row.description ?? '',
    category: TemplateCategory.catch('other').parse(row.category),
    is_system: row.is_system,
    graph: row.graph_definition,
    created_at: row.created_at.toISOString(),
    updated_at: row.updated_at.toISOString(),
  };
}
