import {
  type Template,
  TemplateCategory,
  type TemplateDraft,
  type TemplateQuery,
  TemplateTranslations,
} from '@council/contracts';
import { AppError } from '@council/kernel';
import { Injectable } from '@nestjs/common';
import { assertStorable } from '../graphs/assert-storable.js';
import { EstimateService } from '../money/estimate.service.js';
import { complexityOf } from './complexity-of.js';
import type { TemplateEntity } from './template.entity.js';
import { TemplatesRepository } from './templates.repository.js';
import { unknownTemplate } from './unknown-template.js';

@Injectable()
export class TemplatesService {
  constructor(
    private readonly templates: TemplatesRepository,
    private readonly estimates: EstimateService,
  ) {}

  async list(query: TemplateQuery): Promise<Template[]> {
    const rows = await this.templates.findAll(query);
    return Promise.all(rows.map((row) => this.toTemplate(row)));
  }

  async get(id: string): Promise<Template> {
    const template = await this.templates.findOne(id);
    if (template === null) throw unknownTemplate(id);
    return this.toTemplate(template);
  }

  async create(draft: TemplateDraft): Promise<Template> {
    assertStorable(draft.graph, 'graph');
    return this.toTemplate(await this.templates.insert(draft));
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

  private async toTemplate(row: Readonly<TemplateEntity>): Promise<Template> {
    return {
      template_uuid: row.template_uuid,
      name: row.name,
      description: row.description ?? '',
      category: TemplateCategory.catch('other').parse(row.category),
      tags: [...row.tags],
      is_system: row.is_system,
      usage_count: row.usage_count,
      complexity: complexityOf(row.graph_definition),
      estimated_cost_usd: await this.estimates.costRange(row.graph_definition),
      graph: row.graph_definition,
      translations: TemplateTranslations.parse(row.translations),
      created_at: row.created_at.toISOString(),
      updated_at: row.updated_at.toISOString(),
    };
  }
}
